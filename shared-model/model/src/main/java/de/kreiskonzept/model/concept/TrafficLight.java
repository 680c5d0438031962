package de.kreiskonzept.model.concept;

import java.util.List;
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

    private static final List<TrafficLight> VALUES = List.of(values());

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return text;
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
        for (TrafficLight value : VALUES) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Unknown traffic light: " + text);
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
