package de.kreiskonzept.admin.provisioning;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param doneAt null while it is not done
 * @param attempts number of times it was begun
 * @param lastError kind of the last failure, without any value out of the database; null for none
 */
public record StepProgress(
        Step step,
        @Nullable OffsetDateTime doneAt,
        int attempts,
        @Nullable String lastError) {}
