package de.kreiskonzept.platform.monitoring.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body that a round asks, and how far its answers are.
 *
 * @param name of the organisation when the round was prepared
 * @param email one address, or empty where no mail goes out
 * @param wanted whether it is asked at all
 * @param sentAt of the last mail; null before
 * @param seenAt when somebody first opened its link; null before
 * @param failed whether the last mail to its address could not be delivered for good
 * @param progress of its questions
 */
public record Asked(
        UUID id,
        UUID roundId,
        String name,
        String email,
        boolean wanted,
        @Nullable Instant sentAt,
        @Nullable Instant seenAt,
        boolean failed,
        Progress progress) {

    /**
     * Questions by how far they are.
     *
     * @param all 0 or more
     * @param answered given or accepted
     * @param accepted of them, those that became an assessment
     * @param returned waiting for the body again, because somebody asked back
     */
    public record Progress(int all, int answered, int accepted, int returned) {
        /** Nothing is asked. */
        public static final Progress NONE = new Progress(0, 0, 0, 0);

        /** Both together. */
        public Progress add(Progress other) {
            return new Progress(
                    all + other.all, answered + other.answered, accepted + other.accepted, returned + other.returned);
        }

        /** Whether nothing is left to say. */
        public boolean complete() {
            return answered == all;
        }

        /** Answers that somebody has to look at. */
        public int undecided() {
            return answered - accepted;
        }
    }

    /** How far the body is, as the last part of the message key {@code round.asked.<state>}. */
    public String state() {
        if (!wanted) {
            return "unwanted";
        }
        if (progress.complete()) {
            return "complete";
        }
        if (progress.answered() > 0) {
            return "partly";
        }
        if (failed) {
            return "failed";
        }
        if (seenAt != null) {
            return "seen";
        }
        return sentAt == null ? "unsent" : "sent";
    }
}
