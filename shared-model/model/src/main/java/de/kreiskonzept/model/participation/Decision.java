package de.kreiskonzept.model.participation;

import java.util.Locale;

/** What a county answers to a suggestion. */
public enum Decision {
    /** Nothing yet. */
    OPEN,
    /** The concept is changed as suggested. */
    TAKEN,
    /** The concept is changed, but in another way. */
    CHANGED,
    /** The concept stays as it is. */
    REFUSED;

    /** Whether somebody has to say how or why. */
    public boolean needsAnswer() {
        return this == CHANGED || this == REFUSED;
    }

    /** Whether the concept is to be changed. */
    public boolean changesConcept() {
        return this == TAKEN || this == CHANGED;
    }

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "participation.decision." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Decision of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
