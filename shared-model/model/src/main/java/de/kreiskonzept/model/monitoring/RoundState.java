package de.kreiskonzept.model.monitoring;

import java.util.Locale;

/** How far a reporting round is. It only ever goes on. */
public enum RoundState {
    /** It is being prepared; nobody was asked yet. */
    DRAFT,
    /** Bodies are asked and may answer. */
    OPEN,
    /** Its numbers are fixed; its texts are still written. */
    CLOSED,
    /** Numbers and texts are fixed and may be shown to anybody. */
    RELEASED;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "round.state." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RoundState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
