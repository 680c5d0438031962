package de.kreiskonzept.model.participation;

import java.util.Locale;

/** What somebody wants to say to a draft. */
public enum ContributionKind {
    /** Something to a part of the draft or to the whole. */
    COMMENT,
    /** Wording of a goal that is missing. */
    GOAL,
    /** A measure that is missing. */
    MEASURE;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "commenting.kind." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ContributionKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
