package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import org.jspecify.annotations.Nullable;

/**
 * How a measure is at a Stand, as far as sentences can be made of it.
 *
 * @param reason why it is not pursued; null unless it is red and has one
 * @param justification of its light, maybe empty
 * @param movement since the Stand before; null where there is none before
 */
public record MeasureFact(
        String text,
        TrafficLight light,
        @Nullable ReasonClass reason,
        boolean counted,
        String justification,
        @Nullable Movement movement) {
    /** Whether its light became this one since the Stand before. */
    boolean became(TrafficLight other) {
        return light == other
                && (movement == Movement.IMPROVED || movement == Movement.WORSE || movement == Movement.ASSESSED);
    }
}
