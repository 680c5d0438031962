package de.kreiskonzept.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a measure is. */
public enum Priority {
    /** Before others. */
    HIGH,
    /** As most. */
    MEDIUM,
    /** After others. */
    LOW;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.priority." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<Priority> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Priority of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown priority: " + text));
    }
}
