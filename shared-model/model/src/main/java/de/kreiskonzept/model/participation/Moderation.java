package de.kreiskonzept.model.participation;

import java.util.Locale;

/** Who may read a contribution. */
public enum Moderation {
    /** Nobody has looked at it yet; the lead alone reads it. */
    NEW,
    /** All who take part and all accounts of the county read it. */
    SHOWN,
    /** The lead alone reads it, as it is an insult, advertising or about somebody in person. */
    HIDDEN;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "commenting.moderation." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Moderation of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
