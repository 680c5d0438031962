package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.UUID;

/**
 * What a step waits for.
 *
 * @param after steps of the same process that have to be finished or dropped before it begins
 * @param resolutionNeeded whether a committee has to decide before it is finished
 * @param resolution what was decided where and when, or the number of the paper; empty until then
 */
public record Precondition(List<UUID> after, boolean resolutionNeeded, String resolution) {
    /** A step that waits for nothing. */
    public static final Precondition NONE = new Precondition(List.of(), false, "");

    /** @throws IllegalArgumentException if the resolution is too long */
    public Precondition {
        after = List.copyOf(after);
        TextLimits.optional(resolution, TextLimits.NAME, "resolution");
    }

    /** Whether the decision it needs is missing. */
    public boolean lacksResolution() {
        return resolutionNeeded && resolution.isBlank();
    }
}
