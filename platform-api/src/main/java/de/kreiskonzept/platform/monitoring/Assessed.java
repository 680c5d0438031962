package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure with the light it has now.
 *
 * @param sectionId section it stands in
 * @param section its name
 * @param number display text, maybe empty
 * @param counted whether it counts in the evaluation
 * @param reason null unless the light is red
 * @param version of the measure's row
 */
public record Assessed(
        UUID id,
        UUID sectionId,
        String section,
        String number,
        String text,
        boolean counted,
        TrafficLight light,
        @Nullable ReasonClass reason,
        long version) {}
