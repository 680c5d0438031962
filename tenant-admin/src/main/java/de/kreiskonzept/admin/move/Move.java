package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move of a county to another database.
 *
 * @param to name of the database
 * @param toSchema schema that is being filled there, or was taken into use; null before the first attempt
 * @param from where the county stands, like before as it was when the move was begun, and from its turn on as it was then
 * @param before state to which the county comes back
 * @param actor who has begun it
 * @param copied how much of it is at the new place
 * @param attempts that have failed
 * @param lastError SQLSTATE or kind of the last failure, nothing of the content; null where there was none
 * @param reason German, why it has ended before the county could set out; null for any other end
 * @param noticedAt when the state said that the county moves; as begunAt while it is planned
 * @param switchedAt when the registry was pointed to the new place; null before
 * @param notBefore when it is tried again after a failure; null where nothing keeps it waiting
 * @param finishedAt null while it is under way
 */
public record Move(
        UUID id,
        UUID tenantId,
        Place from,
        String to,
        @Nullable String toSchema,
        TenantState before,
        String actor,
        MoveStep step,
        Copied copied,
        int attempts,
        @Nullable String lastError,
        @Nullable String reason,
        OffsetDateTime begunAt,
        OffsetDateTime noticedAt,
        @Nullable OffsetDateTime switchedAt,
        @Nullable OffsetDateTime notBefore,
        @Nullable OffsetDateTime finishedAt) {
    /** Failures after which the county is taken back. */
    static final int MOST_ATTEMPTS = 5;

    /** Longest time between a failure and the next attempt. */
    static final Duration LONGEST_DISTANCE = Duration.ofMinutes(2);

    private static final Duration FIRST_DISTANCE = Duration.ofSeconds(15);

    /**
     * How much is copied.
     *
     * @param tables of all
     * @param all tables; 0 before it is known
     */
    public record Copied(int tables, int all, long rows) {}

    /** Whether something is left to do. */
    public boolean isUnderWay() {
        return finishedAt == null;
    }

    /** Whether a failure keeps it waiting. */
    boolean isWaiting(OffsetDateTime now) {
        return notBefore != null && notBefore.isAfter(now);
    }

    /** How long the next attempt waits after a failure: twice as long each time. A county is taken back at once. */
    Duration distance() {
        if (step.isRevocable() && afterFailure() == MoveStep.TAKING_BACK) {
            return Duration.ZERO;
        }
        var doubled = FIRST_DISTANCE.multipliedBy(1L << Math.min(attempts, MOST_ATTEMPTS));
        return doubled.compareTo(LONGEST_DISTANCE) < 0 ? doubled : LONGEST_DISTANCE;
    }

    /**
     * What follows a failure: the copy is locked anew before it is made again, and what fails too often is taken back. A county that works as
     * ever needs no taking back.
     */
    MoveStep afterFailure() {
        if (!step.isRevocable() || step == MoveStep.PLANNED) {
            return step;
        }
        return attempts + 1 >= MOST_ATTEMPTS ? MoveStep.TAKING_BACK : step == MoveStep.COPY ? MoveStep.LOCK : step;
    }
}
