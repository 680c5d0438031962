package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.importing.Review;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tree that the rows of the product's own table make; a row without a depth stands below the last one that can hold it. */
public final class RowTree {
    /**
     * A row with the rows below it.
     *
     * @param children in the order of the table
     */
    public record Node(OutlineRow row, List<Node> children) {
        Node(OutlineRow row) {
            this(row, new ArrayList<>());
        }
    }

    private final List<Deviation> deviations;
    private final List<LeftOut> leftOut;
    private final Node root = new Node(new OutlineRow(0, Kind.CONCEPT, 0, Map.of(), "", ""));
    private final List<Node> trail = new ArrayList<>();
    private final Set<String> numbers;
    private final Map<String, OutlineMeasure> measures = new HashMap<>();
    private @Nullable OutlineRow concept;

    private RowTree(OutlineRows.Found found) {
        deviations = new ArrayList<>(found.deviations());
        leftOut = new ArrayList<>(found.leftOut());
        numbers = found.rows().stream()
                .filter(row -> row.kind() == Kind.MEASURE)
                .map(row -> row.value(Field.NUMBER))
                .filter(number -> number.length() <= TextLimits.NUMBER)
                .collect(Collectors.toSet());
        found.rows().forEach(this::place);
    }

    /** The nodes below the concept; rows that can stand nowhere are left out. */
    public static List<Node> of(OutlineRows.Found found) {
        return new RowTree(found).root.children();
    }

    /** The concept that the rows describe. */
    public static ParsedConcept parsed(OutlineRows.Found found) {
        return new RowTree(found).parsed();
    }

    private void place(OutlineRow row) {
        if (row.kind() == Kind.CONCEPT) {
            concept = row;
            trail.clear();
            return;
        }
        if (row.value(Field.TEXT).isEmpty()) {
            leaveOut(row, DeviationKind.EMPTY_ITEM);
            return;
        }
        while (!trail.isEmpty() && !holds(trail.getLast().row(), row)) {
            trail.removeLast();
        }
        boolean homeless = trail.isEmpty() && !row.kind().isSection() && row.kind() != Kind.TEXT;
        if (homeless) {
            leaveOut(row, DeviationKind.OUTSIDE_SECTION);
            return;
        }
        var node = new Node(row);
        (trail.isEmpty() ? root : trail.getLast()).children().add(node);
        if (row.kind().isSection() || row.kind().isGoal()) {
            trail.add(node);
        }
    }

    private void leaveOut(OutlineRow row, DeviationKind why) {
        deviations.add(new Deviation(row.line(), why, row.value(Field.TEXT)));
        leftOut.add(new LeftOut(row.line(), why, String.join(" | ", row.values().values())));
    }

    private boolean holds(OutlineRow above, OutlineRow row) {
        boolean fits = switch (row.kind()) {
            case CONCEPT -> false;
            case FIELD, THEME, FIELD_AND_THEME, SECTION -> above.kind().isSection();
            case OVERALL_GOAL, SUB_GOAL, GOAL, TEXT, MEASURE -> true;
        };
        if (!fits) {
            return false;
        }
        if (row.depth() >= 0 && above.depth() >= 0) {
            return row.depth() > above.depth();
        }
        return switch (row.kind()) {
            case MEASURE -> true;
            case SUB_GOAL, GOAL -> above.kind().isSection() || above.kind() == Kind.OVERALL_GOAL;
            case OVERALL_GOAL, TEXT -> above.kind().isSection();
            case FIELD, THEME, FIELD_AND_THEME, SECTION, CONCEPT -> false;
        };
    }

    private ParsedConcept parsed() {
        String title = concept == null ? "" : concept.value(Field.TEXT);
        var outline = new ConceptOutline(
                cut(title, TextLimits.NAME, 0),
                concept == null ? StatedCounts.NONE : stated(concept),
                texts(root),
                sections(root));
        if (outline.sections().isEmpty()) {
            deviations.add(new Deviation(0, DeviationKind.NO_SECTION, ""));
        }
        deviations.addAll(Review.of(outline));
        deviations.sort(Comparator.comparingInt(Deviation::line));
        return new ParsedConcept(outline, deviations, leftOut);
    }

    private String cut(String text, int limit, int line) {
        if (text.length() <= limit) {
            return text;
        }
        deviations.add(new Deviation(line, DeviationKind.TEXT_TOO_LONG, text));
        leftOut.add(new LeftOut(line, DeviationKind.TEXT_TOO_LONG, text.substring(limit)));
        return text.substring(0, limit).strip();
    }

    private String cut(OutlineRow row, Field field, int limit) {
        return cut(row.value(field), limit, row.line());
    }

    /** Counts of a row; what is no number is left out. */
    public static StatedCounts stated(OutlineRow row) {
        return new StatedCounts(number(row.value(Field.STATED_GOALS)), number(row.value(Field.STATED_MEASURES)));
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.valueOf(text) : null;
    }

    private List<OutlineText> texts(Node node) {
        return node.children().stream()
                .filter(below -> below.row().kind() == Kind.TEXT)
                .map(below -> new OutlineText(
                        cut(below.row(), Field.HEADING, TextLimits.NAME),
                        cut(below.row(), Field.TEXT, TextLimits.TEXT),
                        below.row().line()))
                .toList();
    }

    private List<OutlineSection> sections(Node node) {
        return node.children().stream()
                .filter(below -> below.row().kind().isSection())
                .map(this::section)
                .toList();
    }

    private OutlineSection section(Node node) {
        OutlineRow row = node.row();
        var goals = new ArrayList<>(goals(node));
        List<OutlineMeasure> loose = measures(node);
        if (!loose.isEmpty()) {
            deviations.add(new Deviation(
                    loose.getFirst().line(),
                    DeviationKind.MEASURE_WITHOUT_GOAL,
                    loose.getFirst().text()));
            goals.add(new OutlineGoal(GoalKind.GOAL, "", Branches.NAMELESS, row.line(), List.of(), loose));
        }
        return new OutlineSection(
                sectionKind(row.kind()),
                cut(row, Field.NUMBER, TextLimits.NUMBER),
                cut(row, Field.TEXT, TextLimits.NAME),
                row.line(),
                stated(row),
                texts(node),
                sections(node),
                goals);
    }

    /** Kind of the section of a row. */
    public static SectionKind sectionKind(Kind kind) {
        return switch (kind) {
            case FIELD -> SectionKind.FIELD_OF_ACTION;
            case THEME -> SectionKind.CROSS_CUTTING_THEME;
            case FIELD_AND_THEME -> SectionKind.FIELD_AND_THEME;
            default -> SectionKind.OTHER;
        };
    }

    /** Kind of the goal of a row. */
    public static GoalKind goalKind(Kind kind) {
        return switch (kind) {
            case OVERALL_GOAL -> GoalKind.OVERALL_GOAL;
            case SUB_GOAL -> GoalKind.SUB_GOAL;
            default -> GoalKind.GOAL;
        };
    }

    private List<OutlineGoal> goals(Node node) {
        return node.children().stream()
                .filter(below -> below.row().kind().isGoal())
                .map(below -> new OutlineGoal(
                        goalKind(below.row().kind()),
                        cut(below.row(), Field.NUMBER, TextLimits.NUMBER),
                        cut(below.row(), Field.TEXT, TextLimits.TEXT),
                        below.row().line(),
                        goals(below),
                        measures(below),
                        texts(below)))
                .toList();
    }

    private List<OutlineMeasure> measures(Node node) {
        return node.children().stream()
                .filter(below -> below.row().kind() == Kind.MEASURE)
                .map(below -> shared(below.row()))
                .toList();
    }

    // Rows of one measure that serves several goals have its id and its words.
    private OutlineMeasure shared(OutlineRow row) {
        String key = row.id().isEmpty() ? "" : row.id() + row.values();
        OutlineMeasure before = measures.get(key);
        if (before != null) {
            return before;
        }
        OutlineMeasure measure = measure(row);
        if (!key.isEmpty()) {
            measures.put(key, measure);
        }
        return measure;
    }

    private OutlineMeasure measure(OutlineRow row) {
        String said = row.value(Field.LIGHT);
        Optional<TrafficLight> light = OutlineRows.light(said);
        if (light.isEmpty() && !said.isEmpty()) {
            deviations.add(new Deviation(row.line(), DeviationKind.UNKNOWN_STATUS, said));
        }
        DetailCells.unreadable(row).forEach(field -> report(row, field));
        return new OutlineMeasure(
                cut(row, Field.NUMBER, TextLimits.NUMBER),
                cut(row, Field.TEXT, TextLimits.TEXT),
                row.line(),
                !row.value(Field.COUNTED).equalsIgnoreCase("nein"),
                light.orElse(TrafficLight.GREY),
                light.filter(red -> red == TrafficLight.RED)
                        .flatMap(red -> OutlineRows.reason(row.value(Field.REASON)))
                        .orElse(null),
                cut(row, Field.JUSTIFICATION, TextLimits.TEXT),
                cut(row, Field.RESPONSIBLE, TextLimits.BODIES),
                cut(row, Field.DESCRIPTION, TextLimits.TEXT),
                DetailCells.read(row),
                partOf(row));
    }

    private String partOf(OutlineRow row) {
        String number = row.value(Field.PART_OF);
        if (number.isEmpty() || numbers.contains(number)) {
            return number;
        }
        report(row, Field.PART_OF);
        return "";
    }

    private void report(OutlineRow row, Field field) {
        String words = field.word() + ": " + row.value(field);
        deviations.add(new Deviation(row.line(), DeviationKind.UNREADABLE_DETAIL, words));
        leftOut.add(new LeftOut(row.line(), DeviationKind.UNREADABLE_DETAIL, words));
    }
}
