package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.monitoring.Round;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which measures of its version count in the evaluation of a round.
 *
 * @param all top sections to filter by, whatever is shown
 * @param sections with measures that the filter shows
 * @param counted number of all measures that count, shown or not
 * @param measures number of all measures
 */
public record Scope(Round round, List<Part> all, List<Part> sections, int counted, int measures) {

    /**
     * A section with its own measures.
     *
     * @param depth 0 for a top section
     */
    public record Part(UUID id, String name, int depth, List<Line> lines) {}

    /**
     * A measure.
     *
     * @param kind null where the concept does not say
     */
    public record Line(
            UUID id, String number, String text, @Nullable MeasureKind kind, boolean counted) {}

    /** Measures that the filter shows. */
    public List<Line> shown() {
        return sections.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
