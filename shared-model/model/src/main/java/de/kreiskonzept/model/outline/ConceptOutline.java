package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;

/**
 * What an import or an example file holds before it is in the database.
 *
 * @param title empty where the source names none
 * @param texts text blocks of the concept as a whole, in order, maybe empty
 * @param sections top sections in order, maybe empty
 */
public record ConceptOutline(
        String title, StatedCounts stated, List<OutlineText> texts, List<OutlineSection> sections) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public ConceptOutline {
        TextLimits.optional(title, TextLimits.NAME, "title");
        texts = List.copyOf(texts);
        sections = List.copyOf(sections);
    }

    /** Goals that are no overall goals. */
    public int goalCount() {
        return sections.stream().mapToInt(OutlineSection::goalCount).sum();
    }

    /** Measures. */
    public int measureCount() {
        return sections.stream().mapToInt(OutlineSection::measureCount).sum();
    }

    /** Warnings where the stated counts of the concept depart from its tree. */
    public List<StatedCounts.Difference> countDifferences() {
        return stated.differences(goalCount(), measureCount());
    }
}
