package de.kreiskonzept.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a body has to do with a measure. */
public enum BodyRole {
    /** Answers for it (federführend). */
    LEAD,
    /** Takes part in it. */
    PARTICIPATES,
    /** Is told how far it is. */
    REPORTS_TO;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.body_role." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<BodyRole> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BodyRole of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown role of a body: " + text));
    }
}
