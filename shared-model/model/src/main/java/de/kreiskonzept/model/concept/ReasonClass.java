package de.kreiskonzept.model.concept;

import java.util.Arrays;
import java.util.Locale;

/** Why a measure is not pursued. */
public enum ReasonClass {
    /** Nobody needs it. */
    NO_DEMAND,
    /** Those it is meant for do not want it. */
    NO_INTEREST,
    /** Another body is responsible. */
    RESPONSIBILITY_ELSEWHERE,
    /** Somebody else does it already. */
    DONE_BY_OTHERS,
    /** Staff or money is missing. */
    NO_CAPACITY,
    /** It would not help. */
    NOT_SENSIBLE;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "monitoring.reason." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReasonClass of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown reason class: " + text));
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
