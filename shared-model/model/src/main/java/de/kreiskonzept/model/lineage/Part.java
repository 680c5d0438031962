package de.kreiskonzept.model.lineage;

import java.util.UUID;

/**
 * A part of a version as a comparison shows it.
 *
 * @param heading what it is called besides its words: number and kind; maybe empty
 * @param text its words
 */
public record Part(UUID id, String heading, String text) {
    /** Whether both say the same, wherever they stand. */
    boolean says(Part other) {
        return heading.equals(other.heading) && text.equals(other.text);
    }
}
