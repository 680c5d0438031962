package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds new rows of a table to a version, each behind its siblings. */
record Additions(NewNodes nodes, Map<String, Integer> positions) {
    /** The concept itself. */
    static final Place TOP = new Place(null, null, null);

    Additions(NewNodes nodes) {
        this(nodes, new HashMap<>());
    }

    /** A place in the tree, each part null where it has none. */
    record Place(
            @Nullable UUID section,
            @Nullable UUID goal,
            @Nullable UUID measure) {}

    /** The place below a stored node. */
    static Place placeOf(Object node) {
        return switch (node) {
            case Section section -> new Place(section.id(), null, null);
            case Goal goal -> new Place(goal.sectionId(), goal.id(), null);
            case Measure measure -> new Place(measure.sectionId(), null, measure.id());
            default -> TOP;
        };
    }

    /**
     * Adds a row.
     *
     * @param siblings number of stored nodes at that place
     * @return the place below it; empty where such a row cannot stand there
     */
    Optional<Place> add(OutlineRow row, Place place, int siblings) {
        UUID section = place.section();
        UUID goal = place.goal();
        int position = siblings + positions.merge(place.toString(), 1, Integer::sum) - 1;
        if (row.kind().isSection() && goal == null) {
            return Optional.of(
                    new Place(nodes.add(section(row), section, position).id(), null, null));
        }
        if (row.kind() == Kind.TEXT && goal == null) {
            nodes.add(new OutlineText(row.value(Field.HEADING), row.value(Field.TEXT), row.line()), section, position);
            return Optional.of(place);
        }
        if (row.kind().isGoal() && section != null) {
            return Optional.of(new Place(
                    section, nodes.add(goal(row), section, goal, position).id(), null));
        }
        if (row.kind() == Kind.MEASURE && section != null && goal != null) {
            nodes.add(measure(row), section, position, goal, position);
            return Optional.of(place);
        }
        return Optional.empty();
    }

    private static OutlineSection section(OutlineRow row) {
        return new OutlineSection(
                RowTree.sectionKind(row.kind()),
                row.value(Field.NUMBER),
                row.value(Field.TEXT),
                row.line(),
                RowTree.stated(row),
                List.of(),
                List.of(),
                List.of());
    }

    private static OutlineGoal goal(OutlineRow row) {
        return new OutlineGoal(
                RowTree.goalKind(row.kind()),
                row.value(Field.NUMBER),
                row.value(Field.TEXT),
                row.line(),
                List.of(),
                List.of());
    }

    private static OutlineMeasure measure(OutlineRow row) {
        TrafficLight light = OutlineRows.light(row.value(Field.LIGHT)).orElse(TrafficLight.GREY);
        return new OutlineMeasure(
                row.value(Field.NUMBER),
                row.value(Field.TEXT),
                row.line(),
                !row.value(Field.COUNTED).equalsIgnoreCase("nein"),
                light,
                light == TrafficLight.RED
                        ? OutlineRows.reason(row.value(Field.REASON)).orElse(null)
                        : null,
                row.value(Field.JUSTIFICATION),
                row.value(Field.RESPONSIBLE),
                row.value(Field.DESCRIPTION),
                DetailCells.read(row),
                row.value(Field.PART_OF));
    }
}
