package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * The colour of several measures together; both are shown.
 *
 * @param computed what the rule of the county gives
 * @param override what a person has set instead; null where nobody has
 */
public record Aggregate(TrafficLight computed, @Nullable AggregateOverride override) {
    /** The colour that holds: the one set by a person where there is one. */
    public TrafficLight light() {
        return override == null ? computed : override.light();
    }
}
