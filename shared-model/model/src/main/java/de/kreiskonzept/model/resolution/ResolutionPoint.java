package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.concept.TextLimits;

/**
 * One thing that a paper proposes to decide.
 *
 * @param withdrawn whether it was taken back, while the others are still proposed
 */
public record ResolutionPoint(String text, boolean withdrawn) {
    /** Most points of a paper. */
    public static final int MOST = 20;

    /** Longest text of a point. */
    public static final int LONGEST = 3000;

    /** @throws IllegalArgumentException if a limit is not kept */
    public ResolutionPoint {
        TextLimits.required(text, LONGEST, "text");
    }
}
