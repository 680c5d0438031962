package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.model.resolution.CouncilDecision;
import java.util.List;
import java.util.UUID;

/**
 * A decision in the register.
 *
 * @param committee its name
 * @param paper title of the paper that proposed it, empty for none
 * @param measures that it carries, in the order of their numbers
 */
public record RegisterLine(CouncilDecision decision, String committee, String paper, List<Carried> measures) {
    /**
     * A measure that a decision carries.
     *
     * @param name number and text
     */
    public record Carried(UUID id, String name) {}
}
