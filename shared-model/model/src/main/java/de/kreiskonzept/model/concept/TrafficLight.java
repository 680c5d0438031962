package de.kreiskonzept.model.concept;

import java.util.Arrays;
import java.util.Locale;

/** State of a measure in the Ampel; the source is the legend of the Ampeldokument Konstanz (2025). */
public enum TrafficLight {
    /** Done or has taken place. */
    GREEN,
    /** Being planned, carried out or revised. */
    YELLOW,
    /** Not pursued (yet). */
    RED,
    /** Not assessed, which says nothing about the measure. */
    GREY;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "monitoring.light." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TrafficLight of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown traffic light: " + text));
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
