package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.outline.ConceptOutline;
import java.util.List;

/**
 * What was found in a text. Every line of the text that is not blank stands in the outline or in {@code leftOut}.
 *
 * @param outline the concept; without sections where none was found
 * @param deviations places where the text departs from the expected shape, by line, maybe empty
 * @param leftOut lines that are not in the outline, by line, maybe empty; a heading over several lines stands at its first
 */
public record ParsedConcept(ConceptOutline outline, List<Deviation> deviations, List<LeftOut> leftOut)
        implements Reading {
    /** Copies the lists. */
    public ParsedConcept {
        deviations = List.copyOf(deviations);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A line that is not in the outline.
     *
     * @param line from 1
     * @param why kind of the deviation that explains it
     * @param text of the line, without markup
     */
    public record LeftOut(int line, DeviationKind why, String text) {
        static LeftOut of(SourceLine line, DeviationKind why) {
            return new LeftOut(line.number(), why, line.text());
        }
    }
}
