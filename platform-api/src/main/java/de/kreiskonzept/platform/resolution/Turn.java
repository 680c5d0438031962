package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.voting.Consultation;
import org.jspecify.annotations.Nullable;

/**
 * One committee's turn with a paper, as people read it.
 *
 * @param committee its name
 * @param decision what it decided; null where it has not, or decided nothing
 * @param version of the row
 */
public record Turn(
        Consultation consultation,
        String committee,
        @Nullable CouncilDecision decision,
        long version) {}
