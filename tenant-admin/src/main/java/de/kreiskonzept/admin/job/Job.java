package de.kreiskonzept.admin.job;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One job that works, waits or has failed.
 *
 * @param subject whose workspace; null where it is all of them, or none yet
 * @param left how long it will go on; null where nobody knows
 * @param reason of a failure, without any value out of a county's tables; empty for none
 */
public record Job(
        JobKind kind,
        JobState state,
        @Nullable Subject subject,
        Extent extent,
        Beginning beginning,
        @Nullable Duration left,
        String reason) {

    /** The county at whose workspace is worked. */
    public record Subject(UUID tenantId, String county) {}

    /**
     * How far it is.
     *
     * @param done of the planned ones
     * @param planned steps, workspaces or rows; 0 where nobody knows
     */
    public record Extent(int done, int planned) {
        static final Extent UNKNOWN = new Extent(0, 0);
    }

    /**
     * When it began.
     *
     * @param by name of who wanted it; empty where that is not noted
     */
    public record Beginning(OffsetDateTime at, String by) {}
}
