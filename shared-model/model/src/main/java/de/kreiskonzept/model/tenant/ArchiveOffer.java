package de.kreiskonzept.model.tenant;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The offer of a county's records to the archive that is in charge, as the archive laws of the federal states demand before anything is
 * deleted.
 *
 * @param archive name, such as "Kreisarchiv Konstanz"; 1 to {@value #LONGEST_NAME} characters
 * @param offeredOn day of the offer
 * @param answeredOn day of the answer, not before that of the offer; null while there is none
 * @param reason what the archive has said; empty for nothing
 */
public record ArchiveOffer(
        String archive,
        LocalDate offeredOn,
        Answer answer,
        @Nullable LocalDate answeredOn,
        String reason) {
    /** Longest name in characters. */
    public static final int LONGEST_NAME = 200;

    /** What the archive has said. */
    public enum Answer {
        /** Nothing yet. */
        OPEN,
        /** It takes the records over. */
        ACCEPTED,
        /** The records are not worth keeping for ever. */
        DECLINED;

        /** Text in database and JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The value with exactly this {@link #text()}.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Answer of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown answer of an archive: " + text));
        }
    }

    /** @throws IllegalArgumentException if the name is missing or too long, or answer and its day do not belong together */
    public ArchiveOffer {
        if (archive.isBlank() || archive.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("An archive needs a name of 1 to " + LONGEST_NAME + " characters");
        }
        if ((answer == Answer.OPEN) != (answeredOn == null)) {
            throw new IllegalArgumentException("An answer has a day, and only an answer");
        }
        if (answeredOn != null && answeredOn.isBefore(offeredOn)) {
            throw new IllegalArgumentException("Nobody answers before being asked");
        }
    }

    /** Whether the archive has answered. */
    public boolean isAnswered() {
        return answer != Answer.OPEN;
    }

    /** The later one of its days. */
    LocalDate lastDay() {
        return answeredOn == null ? offeredOn : answeredOn;
    }
}
