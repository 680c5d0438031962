package de.kreiskonzept.model.participation;

import java.util.Locale;

/** How far a comment round is. It only ever goes on. */
public enum CommentState {
    /** It is being prepared; nobody was invited yet. */
    DRAFT,
    /** Whoever is invited reads the draft and says something to it. */
    OPEN,
    /** Nothing more is taken; answers go on. */
    CLOSED;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "commenting.state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CommentState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
