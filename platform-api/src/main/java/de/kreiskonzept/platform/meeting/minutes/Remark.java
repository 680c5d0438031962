package de.kreiskonzept.platform.meeting.minutes;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about minutes before they are approved.
 *
 * @param itemId null for the minutes as a whole
 * @param edition that it is about
 * @param accountId of the author
 * @param answer what became of it, maybe empty
 */
public record Remark(
        UUID id,
        UUID meetingId,
        @Nullable UUID itemId,
        int edition,
        UUID accountId,
        String author,
        String text,
        State state,
        String answer,
        Instant createdAt,
        long version) {
    /** What became of it. */
    public enum State {
        /** Nobody has answered yet. */
        OPEN,
        /** The minutes say so now. */
        TAKEN,
        /** The minutes stay as they are. */
        REFUSED;

        /** Text in the database: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The answer with this text: taken or refused. */
        static Optional<State> findAnswer(String text) {
            return Stream.of(TAKEN, REFUSED)
                    .filter(state -> state.text().equals(text))
                    .findFirst();
        }

        /** Key of the German word for it. */
        public String wordKey() {
            return "minutes.remark." + text();
        }
    }

    /** The same with an answer. */
    Remark answered(State next, String words) {
        return new Remark(id, meetingId, itemId, edition, accountId, author, text, next, words, createdAt, version);
    }
}
