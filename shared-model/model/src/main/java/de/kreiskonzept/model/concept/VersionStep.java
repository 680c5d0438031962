package de.kreiskonzept.model.concept;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a version; the last one is its state.
 *
 * @param position from 0
 * @param decidedOn day of the resolution, null where there was none
 * @param decidedBy body that decided, such as Kreistag; maybe empty
 * @param resolution how the resolution is called or numbered; maybe empty
 * @param accountId who entered it, null for the system
 */
public record VersionStep(
        UUID versionId,
        int position,
        VersionState state,
        @Nullable LocalDate decidedOn,
        String decidedBy,
        String resolution,
        @Nullable UUID accountId,
        String accountName,
        Instant happenedAt) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public VersionStep {
        TextLimits.optional(decidedBy, TextLimits.NAME, "decidedBy");
        TextLimits.optional(resolution, TextLimits.NAME, "resolution");
    }
}
