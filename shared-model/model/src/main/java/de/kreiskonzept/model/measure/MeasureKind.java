package de.kreiskonzept.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is to happen by a measure. */
public enum MeasureKind {
    /** Something is done. */
    DO,
    /** Something is examined first (Prüfauftrag). */
    EXAMINE,
    /** Something that does not end (Daueraufgabe). */
    PERMANENT_TASK,
    /** Something with a beginning and an end. */
    PROJECT;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.measureKind." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<MeasureKind> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MeasureKind of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown kind of measure: " + text));
    }
}
