package de.kreiskonzept.platform.importing.sheet;

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
import de.kreiskonzept.platform.importing.taken.NewNodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds new rows of a table to a version, each behind its siblings. */
record Additions(NewNodes nodes, StoredRows stored, Map<Place, Integer> positions) {
    Additions(NewNodes nodes, StoredRows stored) {
        this(nodes, stored, new HashMap<>());
    }

    /**
     * Adds a row.
     *
     * @param siblings first place behind the stored nodes there
     * @return the place below it; empty where such a row cannot stand there
     */
    Optional<Place> add(OutlineRow row, Place place, int siblings) {
        UUID section = place.section();
        UUID goal = place.goal();
        int position = next(place, siblings);
        if (row.kind().isSection() && goal == null) {
            return Optional.of(
                    new Place(nodes.add(section(row), section, position).id(), null));
        }
        if (row.kind() == Kind.TEXT) {
            var text = new OutlineText(row.value(Field.HEADING), row.value(Field.TEXT), row.line());
            String chapter = row.value(Field.CHAPTER);
            Optional<UUID> in = chapter.isEmpty() ? Optional.empty() : stored.chapter(chapter);
            if (!chapter.isEmpty() && (in.isEmpty() || !place.equals(Place.TOP))) {
                return Optional.empty();
            }
            in.ifPresentOrElse(id -> nodes.addIn(id, text, position), () -> nodes.add(text, section, goal, position));
            return Optional.of(place);
        }
        if (row.kind().isGoal() && section != null) {
            return Optional.of(new Place(
                    section, nodes.add(goal(row), section, goal, position).id()));
        }
        if (row.kind() == Kind.MEASURE && section != null) {
            nodes.add(measure(row), section, position, goal, position);
            return Optional.of(place);
        }
        return Optional.empty();
    }

    /** The next position behind the stored nodes at a place. */
    int next(Place place, int siblings) {
        return siblings + positions.merge(place, 1, Integer::sum) - 1;
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
