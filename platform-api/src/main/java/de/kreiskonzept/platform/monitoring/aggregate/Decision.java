package de.kreiskonzept.platform.monitoring.aggregate;

import de.kreiskonzept.model.concept.TrafficLight;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about the colour of a part at one time.
 *
 * @param place id of the section or goal; null for everything together
 * @param computed colour that the rule gave then
 * @param light what was set; null where the computed colour holds again
 * @param reason empty where the computed colour holds again
 * @param author name of the person at that time
 */
public record Decision(
        UUID id,
        @Nullable UUID place,
        TrafficLight computed,
        @Nullable TrafficLight light,
        String reason,
        String author,
        Instant at) {}
