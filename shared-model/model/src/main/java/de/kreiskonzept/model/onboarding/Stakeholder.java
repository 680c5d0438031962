package de.kreiskonzept.model.onboarding;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody whom the concept concerns or who can help or hinder it.
 *
 * @param interest how much they care, 1 to 3
 * @param influence what they can move, 1 to 3
 * @param cause what they want, may be empty
 */
public record Stakeholder(
        String name, Kind kind, Place place, int interest, int influence, Attitude attitude, String cause) {
    /** Highest interest and influence. */
    public static final int MOST = 3;

    /** @throws IllegalArgumentException if the name is missing or a number is out of range */
    public Stakeholder {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(cause, TextLimits.TEXT, "cause");
        if (interest < 1 || interest > MOST || influence < 1 || influence > MOST) {
            throw new IllegalArgumentException("interest and influence are 1 to 3");
        }
    }

    /** What they are. */
    public enum Kind {
        /** An office, association or group. */
        ORGANISATION,
        /** One person. */
        PERSON;

        /** Text in database and forms: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "stakeholder.kind." + text();
        }

        /** The kind with exactly this {@link #text()}. */
        public static Optional<Kind> find(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** Where they stand. */
    public enum Place {
        /** In the administration of the county. */
        INSIDE,
        /** Anywhere else. */
        OUTSIDE;

        /** Text in database and forms: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "stakeholder.place." + text();
        }

        /** The place with exactly this {@link #text()}. */
        public static Optional<Place> find(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** How they see the concept. */
    public enum Attitude {
        /** Nobody knows yet. */
        UNKNOWN,
        /** They support it. */
        SUPPORTING,
        /** They wait. */
        NEUTRAL,
        /** They have doubts. */
        CRITICAL;

        /** Text in database and forms: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "stakeholder.attitude." + text();
        }

        /** The attitude with exactly this {@link #text()}. */
        public static Optional<Attitude> find(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** What to do with them, by their place in the matrix. */
    public enum Handling {
        /** Much influence and much interest. */
        INVOLVE,
        /** Much influence, little interest. */
        WIN,
        /** Little influence, much interest. */
        INFORM,
        /** Little of both. */
        WATCH;

        /** Key of the German sentence in the message files. */
        public String wordKey() {
            return "stakeholder.handling." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What to do with them; from the middle on counts as much. */
    public Handling handling() {
        boolean much = interest > 1;
        if (influence > 1) {
            return much ? Handling.INVOLVE : Handling.WIN;
        }
        return much ? Handling.INFORM : Handling.WATCH;
    }
}
