package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.outline.ConceptOutline;
import java.util.List;

/**
 * What was found in a text.
 *
 * @param outline the concept; without sections where none was found
 * @param deviations places where the text departs from the expected shape or was left out, by line, maybe empty
 */
public record ParsedConcept(ConceptOutline outline, List<Deviation> deviations) implements Reading {
    /** Copies the list. */
    public ParsedConcept {
        deviations = List.copyOf(deviations);
    }
}
