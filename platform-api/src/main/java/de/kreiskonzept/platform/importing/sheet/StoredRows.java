package de.kreiskonzept.platform.importing.sheet;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rows of a stored version in the product's own table, with the nodes they stand for. The version of a measure is that of its
 * words and, behind a point, that of its light; behind those stand its place and what it stands below. The version of the concept is
 * that of its counts and of its title.
 */
public final class StoredRows {
    private final List<OutlineRow> rows = new ArrayList<>();
    private final Map<String, Stored> byId = new HashMap<>();
    private final Map<String, List<Stored>> byParent = new HashMap<>();

    /** @param node a section, goal, measure or text block */
    record Stored(OutlineRow row, Object node) {
        // A new text without a chapter comes into the one that its heading means; the same row once more leaves it
        // there.
        OutlineRow inItsChapter(OutlineRow same) {
            return same.id().isEmpty() && same.value(Field.CHAPTER).isEmpty()
                    ? same.with(Field.CHAPTER, row.value(Field.CHAPTER))
                    : same;
        }
    }

    /** Nodes above each node; more than one only for a measure that serves several goals. */
    private final Map<String, Set<String>> parents = new HashMap<>();

    private final ConceptTree tree;
    private final Map<UUID, MeasureNode> measures;
    private final Map<UUID, Detailed> details;
    private final Map<UUID, String> justifications;

    private final Chapters chapters;

    private StoredRows(
            ConceptTree tree, Map<UUID, Detailed> details, Map<UUID, String> justifications, Chapters chapters) {
        this.tree = tree;
        this.chapters = chapters;
        this.measures = tree.measures();
        this.details = details;
        this.justifications = justifications;
    }

    ConceptTree tree() {
        return tree;
    }

    /** What holds for a measure now. */
    CurrentLight light(UUID measure) {
        return Optional.ofNullable(measures.get(measure))
                .map(MeasureNode::light)
                .orElse(CurrentLight.NONE);
    }

    /** Why a measure has its light; empty where nobody said so. */
    String justification(UUID measure) {
        return justifications.getOrDefault(measure, "");
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

    /**
     * The rows of a version.
     *
     * @param details what measures say besides their words, by their ids
     * @param justifications why measures have their lights, by their ids
     * @param chapters that texts of the whole stand in
     */
    public static StoredRows of(
            ConceptTree tree, Map<UUID, Detailed> details, Map<UUID, String> justifications, Chapters chapters) {
        var rows = new StoredRows(tree, details, justifications, chapters);
        Map<Field, String> values = OutlineRows.stated(tree.version().stated());
        values.put(Field.TEXT, tree.concept().title());
        String version = tree.version().version() + "." + tree.concept().version();
        rows.rows.add(
                new OutlineRow(0, Kind.CONCEPT, 0, values, tree.version().id().toString(), version));
        tree.texts().forEach(text -> rows.text(text, "", 1));
        tree.sections().forEach(section -> rows.section(section, "", 1));
        return rows;
    }

    /** All rows, parents before children; a measure stands below each goal it serves. */
    public List<OutlineRow> list() {
        return List.copyOf(rows);
    }

    /** Rows by the id of their node. */
    Map<String, Stored> byId() {
        return byId;
    }

    /** The row of this id. */
    OutlineRow row(String id) {
        return Objects.requireNonNull(byId.get(id)).row();
    }

    /** The row of a node that is stored. */
    Stored get(UUID id) {
        return Objects.requireNonNull(byId.get(id.toString()));
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
        parents.computeIfAbsent(row.id(), none -> new LinkedHashSet<>()).add(parent);
    }

    /** Ids of the nodes above a node; empty words for the concept itself. */
    Set<String> parents(String id) {
        return parents.getOrDefault(id, Set.of());
    }

    /** Ids of the goals that a measure serves. */
    List<UUID> goals(UUID measure) {
        return parents(measure.toString()).stream()
                .map(byId::get)
                .flatMap(above ->
                        above != null && above.node() instanceof Goal goal ? Stream.of(goal.id()) : Stream.empty())
                .toList();
    }

    /** Words of a node for people; those of the concept where there is no such node. */
    String name(String id) {
        Stored node = byId.get(id);
        OutlineRow row = node == null ? rows.getFirst() : node.row();
        return String.join(" ", row.kind().word(), row.value(Field.NUMBER), row.value(Field.TEXT))
                .replaceAll("\\s+", " ");
    }

    /** The first place behind all nodes below this one. */
    int end(String parent) {
        List<Stored> below = below(parent);
        return below.stream().mapToInt(stored -> position(stored.node()) + 1).reduce(below.size(), Math::max);
    }

    /** Place of a node among its siblings, of a measure in its section. */
    static int position(Object node) {
        return switch (node) {
            case Section section -> section.position();
            case Goal goal -> goal.position();
            case Measure measure -> measure.position();
            case TextBlock text -> text.position();
            default -> 0;
        };
    }

    /** Where a row stands in the tree. */
    private record Spot(Kind kind, int depth, String parent) {}

    private void add(Spot spot, Map<Field, String> values, UUID id, String version, Object node) {
        String place = below(spot.parent()).size() + "." + tail(spot.parent());
        add(
                new OutlineRow(0, spot.kind(), spot.depth(), values, id.toString(), version + "." + place),
                node,
                spot.parent());
    }

    /** The end of an id, by which a row knows below what it stood. */
    static String tail(String parent) {
        return parent.substring(Math.max(0, parent.length() - 8));
    }

    private void text(TextBlock text, String parent, int depth) {
        UUID in = text.chapterId();
        Map<Field, String> values = Map.of(
                Field.HEADING, text.name(),
                Field.TEXT, text.text(),
                Field.CHAPTER,
                        in == null ? "" : chapters.find(in).map(Chapter::title).orElse(""));
        add(new Spot(Kind.TEXT, depth, parent), values, text.id(), text.version() + ".", text);
    }

    /** The chapter of this title; empty where there is none. */
    Optional<UUID> chapter(String title) {
        return chapters.titled(title).map(Chapter::id);
    }

    /** The rows with chapters that the version has; a text that is to stand in another one stays where it is. */
    OutlineRows.Found inKnownChapters(OutlineRows.Found found) {
        List<OutlineRow> known = found.rows().stream().map(this::inKnownChapter).toList();
        return new OutlineRows.Found(known, found.numbers(), found.deviations(), found.leftOut());
    }

    private OutlineRow inKnownChapter(OutlineRow row) {
        String chapter = row.value(Field.CHAPTER);
        if (chapter.isEmpty() || chapter(chapter).isPresent()) {
            return row;
        }
        Stored same = byId.get(row.id());
        return same == null
                ? row.outsideOfItsChapter()
                : row.with(Field.CHAPTER, same.row().value(Field.CHAPTER));
    }

    private void section(SectionNode node, String parent, int depth) {
        var section = node.section();
        String id = section.id().toString();
        Map<Field, String> values = OutlineRows.stated(section.stated());
        values.put(Field.NUMBER, section.number());
        values.put(Field.TEXT, section.name());
        add(
                new Spot(OutlineRows.kind(section.kind()), depth, parent),
                values,
                section.id(),
                section.version() + ".",
                section);
        node.texts().forEach(text -> text(text, id, depth + 1));
        node.loose().forEach(measure -> measure(measure, id, depth + 1));
        node.goals().forEach(goal -> goal(goal, id, depth + 1));
        node.sections().forEach(below -> section(below, id, depth + 1));
    }

    private void goal(GoalNode node, String parent, int depth) {
        var goal = node.goal();
        String id = goal.id().toString();
        Map<Field, String> values = Map.of(Field.NUMBER, goal.number(), Field.TEXT, goal.text());
        add(new Spot(OutlineRows.kind(goal.kind()), depth, parent), values, goal.id(), goal.version() + ".", goal);
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
                Field.JUSTIFICATION, justification(measure.id()),
                Field.COUNTED, LightCells.word(light.counted()),
                Field.DESCRIPTION, measure.description(),
                Field.PART_OF, partOf(said)));
        String version = measure.version() + "." + light.version();
        add(new Spot(Kind.MEASURE, depth, parent), values, measure.id(), version, measure);
    }
}
