package de.kreiskonzept.model.monitoring;

import java.util.Locale;

/** How far a question to a body about one measure is. */
public enum ReplyState {
    /** Nothing was said yet. */
    OPEN,
    /** It is answered; somebody has to accept it. */
    GIVEN,
    /** Somebody asked back. */
    RETURNED,
    /** The answer became an assessment. */
    ACCEPTED;

    /** Whether the body may still say something else. */
    public boolean answerable() {
        return this != ACCEPTED;
    }

    /** Whether it is the body's turn. */
    public boolean waits() {
        return this == OPEN || this == RETURNED;
    }

    /** Text in the database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "reply.state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ReplyState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
