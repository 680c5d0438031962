package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.voting.Consultation;

/**
 * One committee's turn with a paper, as people read it.
 *
 * @param committee its name
 * @param version of the row
 */
public record Turn(Consultation consultation, String committee, long version) {}
