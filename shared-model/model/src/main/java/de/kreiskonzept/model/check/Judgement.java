package de.kreiskonzept.model.check;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about one goal and one criterion; it is no content of the concept and may change after adoption.
 *
 * @param accountName name at that time; the account may be gone
 * @param version 0 for the first judgement
 */
public record Judgement(
        Criterion criterion,
        Verdict verdict,
        Instant judgedAt,
        @Nullable UUID accountId,
        String accountName,
        long version) {}
