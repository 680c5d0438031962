package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import java.time.Instant;

/**
 * A colour that a person has set for several measures together, instead of the computed one.
 *
 * @param reason why, not blank
 * @param author name of the person at that time
 * @param at when
 */
public record AggregateOverride(TrafficLight light, String reason, String author, Instant at) {
    /** Longest reason in characters. */
    public static final int REASON = 2000;

    /** @throws IllegalArgumentException if a limit is not kept */
    public AggregateOverride {
        TextLimits.required(reason, REASON, "reason");
        TextLimits.required(author, TextLimits.NAME, "author");
    }
}
