package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.model.resolution.Ballot;
import de.kreiskonzept.model.voting.Result;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A result that was written down wrongly, as it stood before it was corrected.
 *
 * @param day of the meeting; null where nobody had said so
 * @param text what was said to be decided; empty where nothing was
 * @param reason what was wrong
 * @param author who corrected it
 */
public record Former(
        Result result,
        @Nullable LocalDate day,
        String text,
        Ballot ballot,
        String reason,
        String author,
        Instant correctedAt) {}
