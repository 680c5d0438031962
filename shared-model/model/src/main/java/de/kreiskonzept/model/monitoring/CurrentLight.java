package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a measure now.
 *
 * @param reason why it is not pursued, null unless the light is red
 * @param counted whether the measure counts in the evaluation
 * @param version 0 where nothing was said yet, grows by one with each change
 * @param status name under which it was given; empty for the word of the colour
 */
public record CurrentLight(
        TrafficLight light, @Nullable ReasonClass reason, boolean counted, long version, String status) {
    /** Nothing was said yet: grey, and it counts. */
    public static final CurrentLight NONE = new CurrentLight(TrafficLight.GREY, null, true, 0);

    /** A light under the word of its colour. */
    public CurrentLight(TrafficLight light, @Nullable ReasonClass reason, boolean counted, long version) {
        this(light, reason, counted, version, "");
    }

    /** @throws IllegalArgumentException if there is a reason but the light is not red */
    public CurrentLight {
        if (reason != null && light != TrafficLight.RED) {
            throw new IllegalArgumentException("reason: only a measure with a red light has one");
        }
    }
}
