package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of a stored version in the product's own table, with the nodes they stand for. */
final class StoredRows {
    private final List<OutlineRow> rows = new ArrayList<>();
    private final Map<String, Stored> byId = new HashMap<>();
    private final Map<String, List<Stored>> byParent = new HashMap<>();

    /** @param node a section, goal, measure or text block */
    record Stored(OutlineRow row, Object node) {}

    private final Map<UUID, MeasureNode> measures;
    private final Map<UUID, Detailed> details;

    private StoredRows(ConceptTree tree, Map<UUID, Detailed> details) {
        this.measures = tree.measures();
        this.details = details;
    }

    /** What a measure says besides its words. */
    Detailed said(UUID measure) {
        return details.getOrDefault(measure, Detailed.NONE);
    }

    /** Number of the measure that this one is a part of; empty where it is none. */
    private String partOf(Detailed said) {
        return Optional.ofNullable(said.partOf())
                .flatMap(id -> Optional.ofNullable(measures.get(id)))
                .map(whole -> whole.measure().number())
                .orElse("");
    }

    /** The measure of this section with this number, which is no part itself. */
    Optional<UUID> whole(UUID section, String number) {
        return measures.values().stream()
                .map(MeasureNode::measure)
                .filter(one -> one.sectionId().equals(section) && one.number().equals(number))
                .filter(one -> said(one.id()).partOf() == null)
                .map(Measure::id)
                .findFirst();
    }

    static StoredRows of(ConceptTree tree, Map<UUID, Detailed> details) {
        var rows = new StoredRows(tree, details);
        Map<Field, String> values = OutlineRows.stated(tree.version().stated());
        values.put(Field.TEXT, tree.concept().title());
        rows.rows.add(new OutlineRow(0, Kind.CONCEPT, 0, values, "", ""));
        tree.texts().forEach(text -> rows.text(text, "", 1));
        tree.sections().forEach(section -> rows.section(section, "", 1));
        return rows;
    }

    /** All rows, parents before children; a measure stands below each goal it serves. */
    List<OutlineRow> list() {
        return List.copyOf(rows);
    }

    /** Rows by the id of their node. */
    Map<String, Stored> byId() {
        return byId;
    }

    /** Rows below a node; below nothing those of the whole concept. */
    List<Stored> below(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }

    private void add(OutlineRow row, Object node, String parent) {
        rows.add(row);
        var stored = new Stored(row, node);
        byId.put(row.id(), stored);
        byParent.computeIfAbsent(parent, none -> new ArrayList<>()).add(stored);
    }

    private static OutlineRow row(Kind kind, int depth, Map<Field, String> values, UUID id, long version) {
        return new OutlineRow(0, kind, depth, values, id.toString(), Long.toString(version));
    }

    private void text(TextBlock text, String parent, int depth) {
        Map<Field, String> values = Map.of(Field.HEADING, text.name(), Field.TEXT, text.text());
        add(row(Kind.TEXT, depth, values, text.id(), text.version()), text, parent);
    }

    private void section(SectionNode node, String parent, int depth) {
        var section = node.section();
        String id = section.id().toString();
        Map<Field, String> values = OutlineRows.stated(section.stated());
        values.put(Field.NUMBER, section.number());
        values.put(Field.TEXT, section.name());
        add(row(OutlineRows.kind(section.kind()), depth, values, section.id(), section.version()), section, parent);
        node.texts().forEach(text -> text(text, id, depth + 1));
        node.loose().forEach(measure -> measure(measure, id, depth + 1));
        node.goals().forEach(goal -> goal(goal, id, depth + 1));
        node.sections().forEach(below -> section(below, id, depth + 1));
    }

    private void goal(GoalNode node, String parent, int depth) {
        var goal = node.goal();
        String id = goal.id().toString();
        Map<Field, String> values = Map.of(Field.NUMBER, goal.number(), Field.TEXT, goal.text());
        add(row(OutlineRows.kind(goal.kind()), depth, values, goal.id(), goal.version()), goal, parent);
        node.texts().forEach(text -> text(text, id, depth + 1));
        node.measures().forEach(measure -> measure(measure, id, depth + 1));
        node.goals().forEach(below -> goal(below, id, depth + 1));
    }

    private void measure(MeasureNode node, String parent, int depth) {
        var measure = node.measure();
        var light = node.light();
        Detailed said = said(measure.id());
        Map<Field, String> values = DetailCells.of(said.detail());
        values.putAll(Map.of(
                Field.NUMBER, measure.number(),
                Field.TEXT, measure.text(),
                Field.RESPONSIBLE, measure.responsible(),
                Field.LIGHT, OutlineRows.word(light.light()),
                Field.REASON, OutlineRows.word(light.reason()),
                Field.COUNTED, light.counted() ? "ja" : "nein",
                Field.DESCRIPTION, measure.description(),
                Field.PART_OF, partOf(said)));
        add(row(Kind.MEASURE, depth, values, measure.id(), measure.version()), measure, parent);
    }
}
