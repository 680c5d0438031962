package de.kreiskonzept.model.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a decision is carried out. */
public enum DecisionState {
    /** Nothing has been done yet. */
    OPEN,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** Carried out. */
    DONE,
    /** Will not be carried out. */
    DROPPED;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "resolution.implementation." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<DecisionState> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
