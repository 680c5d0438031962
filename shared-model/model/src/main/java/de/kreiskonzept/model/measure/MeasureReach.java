package de.kreiskonzept.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a measure holds; the source is the concept of Konstanz (2017). */
public enum MeasureReach {
    /** At the level of the county. */
    COUNTY,
    /** Idea for municipalities. */
    MUNICIPAL,
    /** Example that works somewhere already. */
    BEST_PRACTICE;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.reach." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<MeasureReach> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MeasureReach of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown reach: " + text));
    }
}
