package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * A light that fits together with why it is given, see
 * {@link de.kreiskonzept.model.monitoring.Assessment#completeness(TrafficLight, ReasonClass, String)}.
 * @param status name under which it is given; empty for the word of the colour
 */
public record Light(TrafficLight light, @Nullable ReasonClass reason, String justification, String status) {
    /** A light under the word of its colour. */
    public Light(TrafficLight light, @Nullable ReasonClass reason, String justification) {
        this(light, reason, justification, "");
    }
}
