package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a concept as the database holds it, without what is deleted. A section or goal below a deleted one is out of reach
 * and not shown; a measure of which no goal is left counts in its section all the same.
 *
 * @param sections in their order
 * @param goals in their order within each section
 * @param measures in any order
 */
public record AmpelRows(
        String title, StatedCounts stated, List<SectionRow> sections, List<GoalRow> goals, List<MeasureRow> measures) {

    /** A section with its number and name. */
    public record SectionRow(
            UUID id, @Nullable UUID parentId, SectionKind kind, String number, String name, StatedCounts stated) {}

    /** A goal with its number and text. */
    public record GoalRow(
            UUID id, UUID sectionId, @Nullable UUID parentId, GoalKind kind, String number, String text) {}

    /**
     * A measure with its light.
     *
     * @param goalIds goals it serves, each once, maybe none, maybe deleted ones
     */
    public record MeasureRow(UUID id, UUID sectionId, TrafficLight light, boolean counted, List<UUID> goalIds) {}

    AmpelRows withMeasures(List<MeasureRow> rows) {
        return new AmpelRows(title, stated, sections, goals, rows);
    }

    /** All of it added up. */
    public Ampel ampel() {
        return new AmpelSum(this).ampel();
    }
}
