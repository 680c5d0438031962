package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A section of an outline with everything below it.
 *
 * @param number display text, empty where there is none
 * @param name not blank
 * @param line line in the source, from 1; 0 where there is none
 * @param texts text blocks in order, maybe empty
 * @param sections sections below this one, in order, maybe empty
 * @param goals top goals of this section itself, in order, maybe empty
 */
public record OutlineSection(
        SectionKind kind,
        String number,
        String name,
        int line,
        StatedCounts stated,
        List<OutlineText> texts,
        List<OutlineSection> sections,
        List<OutlineGoal> goals) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public OutlineSection {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(name, TextLimits.NAME, "name");
        texts = List.copyOf(texts);
        sections = List.copyOf(sections);
        goals = List.copyOf(goals);
    }

    /** Goals in this section and below that are no overall goals. */
    public int goalCount() {
        return goals.stream().mapToInt(OutlineGoal::goalCount).sum()
                + sections.stream().mapToInt(OutlineSection::goalCount).sum();
    }

    /** Measures in this section and below; one that serves several goals counts once. */
    public int measureCount() {
        return (int) allMeasures().count();
    }

    /** Measures in this section and below, in the order of the outline; one that serves several goals comes once. */
    public Stream<OutlineMeasure> allMeasures() {
        Set<OutlineMeasure> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.concat(
                        goals.stream().flatMap(OutlineGoal::allMeasures),
                        sections.stream().flatMap(OutlineSection::allMeasures))
                .filter(seen::add);
    }

    /** Warnings where the stated counts of this section depart from its tree. */
    public List<StatedCounts.Difference> countDifferences() {
        return stated.differences(goalCount(), measureCount());
    }
}
