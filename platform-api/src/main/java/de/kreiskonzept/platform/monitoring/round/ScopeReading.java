package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.monitoring.round.Scope.Line;
import de.kreiskonzept.platform.monitoring.round.Scope.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a version section by section as the scope of a round.
 *
 * @param said measures of which people said for this round whether they count
 * @param details of the measures, by measure
 */
record ScopeReading(Map<UUID, Boolean> said, Map<UUID, Detailed> details, ScopeFilter filter) {
    boolean counts(MeasureNode node) {
        return said.getOrDefault(node.measure().id(), node.light().counted());
    }

    void add(SectionNode node, int depth, List<Part> all, List<Part> shown) {
        all.add(new Part(node.section().id(), words(node.section()), depth, List.of()));
        boolean chosen = filter.section().isEmpty()
                || filter.section().get().equals(node.section().id());
        if (chosen) {
            show(node, depth, shown);
        }
        node.sections().forEach(below -> add(below, depth + 1, all, chosen ? new ArrayList<>() : shown));
    }

    private void show(SectionNode node, int depth, List<Part> shown) {
        List<Line> lines =
                node.own().stream().filter(this::isShown).map(this::line).toList();
        if (!lines.isEmpty()) {
            shown.add(new Part(node.section().id(), words(node.section()), depth, lines));
        }
        node.sections().forEach(below -> show(below, depth + 1, shown));
    }

    private boolean isShown(MeasureNode node) {
        var detail = detail(node);
        return filter.kind().map(kind -> kind == detail.detail().kind()).orElse(true)
                && filter.reach().map(reach -> reach == detail.detail().reach()).orElse(true);
    }

    private Line line(MeasureNode node) {
        var measure = node.measure();
        return new Line(
                measure.id(),
                measure.number(),
                measure.text(),
                detail(node).detail().kind(),
                counts(node));
    }

    private Detailed detail(MeasureNode node) {
        return details.getOrDefault(node.measure().id(), Detailed.NONE);
    }

    private static String words(Section section) {
        return section.number().isEmpty() ? section.name() : section.number() + " " + section.name();
    }
}
