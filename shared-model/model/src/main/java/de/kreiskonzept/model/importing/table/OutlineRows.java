package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole concept as rows of the product's own table, and the rows of such a table. */
public final class OutlineRows {
    private static final Map<TrafficLight, String> LIGHTS = new EnumMap<>(Map.of(
            TrafficLight.GREEN, "Grün",
            TrafficLight.YELLOW, "Gelb",
            TrafficLight.RED, "Rot",
            TrafficLight.GREY, "Grau"));
    private static final Map<ReasonClass, String> REASONS = new EnumMap<>(Map.of(
            ReasonClass.NO_DEMAND, "kein Bedarf",
            ReasonClass.NO_INTEREST, "kein Interesse",
            ReasonClass.RESPONSIBILITY_ELSEWHERE, "andere Zuständigkeit",
            ReasonClass.DONE_BY_OTHERS, "machen andere schon",
            ReasonClass.NO_CAPACITY, "kein Personal oder Geld",
            ReasonClass.NOT_SENSIBLE, "nicht sinnvoll"));

    /** Name of the table with what a paper of the product says beside the concept; rows are numbered by its paragraphs. */
    public static final String PAPER = "Word-Datei";

    private final List<OutlineRow> rows = new ArrayList<>();

    private OutlineRows() {}

    /** Words of a light in the table. */
    public static String word(TrafficLight light) {
        return LIGHTS.getOrDefault(light, "");
    }

    /** Words of a reason in the table; empty for none. */
    public static String word(@Nullable ReasonClass reason) {
        return reason == null ? "" : REASONS.getOrDefault(reason, "");
    }

    /** Light of its words; empty where they are unknown. */
    public static Optional<TrafficLight> light(String word) {
        return LIGHTS.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Reason of its words; empty where they are unknown. */
    public static Optional<ReasonClass> reason(String word) {
        return REASONS.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Kind of a row for a section. */
    public static Kind kind(SectionKind kind) {
        return switch (kind) {
            case FIELD_OF_ACTION -> Kind.FIELD;
            case CROSS_CUTTING_THEME -> Kind.THEME;
            case FIELD_AND_THEME -> Kind.FIELD_AND_THEME;
            case OTHER -> Kind.SECTION;
        };
    }

    /** Kind of a row for a goal. */
    public static Kind kind(GoalKind kind) {
        return switch (kind) {
            case OVERALL_GOAL -> Kind.OVERALL_GOAL;
            case SUB_GOAL -> Kind.SUB_GOAL;
            case GOAL -> Kind.GOAL;
        };
    }

    /** Fields that hold the stated counts. */
    public static Map<Field, String> stated(StatedCounts stated) {
        var values = new EnumMap<Field, String>(Field.class);
        if (stated.goals() != null) {
            values.put(Field.STATED_GOALS, stated.goals().toString());
        }
        if (stated.measures() != null) {
            values.put(Field.STATED_MEASURES, stated.measures().toString());
        }
        return values;
    }

    /** The rows of an outline, parents before children. */
    public static List<OutlineRow> of(ConceptOutline outline) {
        var rows = new OutlineRows();
        Map<Field, String> values = stated(outline.stated());
        values.put(Field.TEXT, outline.title());
        rows.add(Kind.CONCEPT, 0, values);
        outline.texts().forEach(text -> rows.text(text, 1));
        outline.sections().forEach(section -> rows.section(section, 1));
        return List.copyOf(rows.rows);
    }

    private void add(Kind kind, int depth, Map<Field, String> values) {
        rows.add(new OutlineRow(0, kind, depth, values, "", ""));
    }

    private void text(OutlineText text, int depth) {
        add(Kind.TEXT, depth, Map.of(Field.HEADING, text.name(), Field.TEXT, text.text()));
    }

    private void section(OutlineSection section, int depth) {
        Map<Field, String> values = stated(section.stated());
        values.put(Field.NUMBER, section.number());
        values.put(Field.TEXT, section.name());
        add(kind(section.kind()), depth, values);
        section.texts().forEach(text -> text(text, depth + 1));
        section.goals().forEach(goal -> goal(goal, depth + 1));
        section.sections().forEach(below -> section(below, depth + 1));
    }

    private void goal(OutlineGoal goal, int depth) {
        add(kind(goal.kind()), depth, Map.of(Field.NUMBER, goal.number(), Field.TEXT, goal.text()));
        goal.texts().forEach(text -> text(text, depth + 1));
        goal.measures().forEach(measure -> measure(measure, depth + 1));
        goal.goals().forEach(below -> goal(below, depth + 1));
    }

    private void measure(OutlineMeasure measure, int depth) {
        Map<Field, String> values = DetailCells.of(measure.detail());
        values.putAll(Map.of(
                Field.NUMBER, measure.number(),
                Field.TEXT, measure.text(),
                Field.RESPONSIBLE, measure.responsible(),
                Field.LIGHT, word(measure.light()),
                Field.REASON, word(measure.reason()),
                Field.JUSTIFICATION, measure.justification(),
                Field.COUNTED, measure.counted() ? "ja" : "nein",
                Field.DESCRIPTION, measure.description(),
                Field.PART_OF, measure.partOf()));
        add(Kind.MEASURE, depth, values);
    }

    /**
     * The rows of the product's own tables.
     *
     * @param numbers indicators and figures with their values
     * @param deviations rows that cannot be read, and tables that are none of the product's own
     * @param leftOut their cells
     */
    public record Found(
            List<OutlineRow> rows, List<NumberRow> numbers, List<Deviation> deviations, List<LeftOut> leftOut) {}

    /** Whether one of the tables is the product's own. */
    public static boolean isIn(List<TablePart> parts) {
        return parts.stream().anyMatch(part -> part instanceof TablePart.Sheet sheet && isOwn(sheet));
    }

    private static boolean isOwn(TablePart.Sheet sheet) {
        return !sheet.rows().isEmpty()
                && sheet.rows().getFirst().cells().stream()
                        .map(TableCell::text)
                        .toList()
                        .equals(OutlineRow.head());
    }

    /** The rows of the product's own tables among these parts. */
    public static Found find(List<TablePart> parts) {
        var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<TablePart.Sheet> sheets = parts.stream()
                .filter(TablePart.Sheet.class::isInstance)
                .map(TablePart.Sheet.class::cast)
                .toList();
        sheets.stream().filter(OutlineRows::isOwn).forEach(sheet -> rows(sheet).forEach(row -> take(row, found)));
        var numbers = new NumberRows(found);
        for (TablePart.Sheet sheet : sheets) {
            Optional<NumberRow.Sheet> known = NumberRow.Sheet.find(sheet);
            if (known.isPresent()) {
                rows(sheet).forEach(row -> numbers.take(known.get(), row));
            } else if (!isOwn(sheet)) {
                DeviationKind why = isOnPaper(sheet) ? DeviationKind.ONLY_ON_PAPER : DeviationKind.UNUSED_TABLE;
                sheet.rows().stream()
                        .filter(row -> !row.isEmpty())
                        .forEach(row -> NumberRows.leaveOut(row, why, found));
            }
        }
        return found;
    }

    private static boolean isOnPaper(TablePart.Sheet sheet) {
        return sheet.name().equals(PAPER);
    }

    /** Whether these are the tables of a paper, which has paragraphs and no cells. */
    public static boolean isPaper(List<TablePart> parts) {
        return parts.stream().anyMatch(part -> part instanceof TablePart.Sheet sheet && isOnPaper(sheet));
    }

    private static Stream<TableRow> rows(TablePart.Sheet sheet) {
        return sheet.rows().stream().skip(1).filter(row -> !row.isEmpty());
    }

    private static void take(TableRow row, Found found) {
        String word = row.find(0).map(TableCell::text).orElse("");
        Optional<Kind> kind = Kind.find(word);
        if (kind.isEmpty()) {
            NumberRows.leaveOut(row, DeviationKind.ROW_WITHOUT_NODE, found);
            return;
        }
        var values = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            row.find(field.column()).ifPresent(cell -> values.put(field, cell.text()));
        }
        int line = row.find(Field.TEXT.column()).map(TableCell::line).orElse(row.line());
        found.rows()
                .add(new OutlineRow(
                        line,
                        kind.get(),
                        row.find(1)
                                .filter(cell -> cell.text().matches("[0-9]{1,2}"))
                                .map(cell -> Integer.parseInt(cell.text()))
                                .orElse(-1),
                        values,
                        row.find(OutlineRow.ID).map(TableCell::text).orElse(""),
                        row.find(OutlineRow.ID + 1).map(TableCell::text).orElse("")));
    }
}
