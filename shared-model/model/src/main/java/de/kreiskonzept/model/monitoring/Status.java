package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a county calls one state of a measure, such as "umgesetzt".
 *
 * @param name not blank
 * @param light that it stands for
 * @param legend what it means, maybe empty
 */
public record Status(String name, TrafficLight light, Scope scope, String legend) {
    /** Longest name in characters. */
    public static final int NAME = 60;

    /** Longest legend in characters. */
    public static final int LEGEND = 300;

    /** Which measures it is for: the second axis beside the colour. */
    public enum Scope {
        /** Every measure. */
        ALL,
        /** What begins and ends. */
        PROJECT,
        /** What does not end. */
        PERMANENT_TASK;

        /** Text in JSON and forms: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word in the message files. */
        public String wordKey() {
            return "vocabulary.scope." + text();
        }

        /** The value with exactly this {@link #text()}; empty where there is none. */
        public static Optional<Scope> find(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException if a limit is not kept */
    public Status {
        TextLimits.required(name, NAME, "name");
        TextLimits.optional(legend, LEGEND, "legend");
    }

    /**
     * Whether it may be chosen for a measure of this kind.
     *
     * @param kind null where the concept does not say; then every state may be chosen
     */
    public boolean suits(@Nullable MeasureKind kind) {
        return switch (scope) {
            case ALL -> true;
            case PROJECT -> kind != MeasureKind.PERMANENT_TASK;
            case PERMANENT_TASK -> kind == null || kind == MeasureKind.PERMANENT_TASK;
        };
    }
}
