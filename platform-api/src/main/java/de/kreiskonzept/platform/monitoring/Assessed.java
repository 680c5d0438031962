package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.CurrentLight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure with the light it has now.
 *
 * @param sectionId section it stands in
 * @param section its name
 * @param number display text, maybe empty
 * @param kind null where the concept does not say
 * @param version of the measure's text and its light together
 */
public record Assessed(
        UUID id,
        UUID sectionId,
        String section,
        String number,
        String text,
        @Nullable MeasureKind kind,
        CurrentLight current,
        long version) {}
