package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.importing.table.Branches.OfGoal;
import de.kreiskonzept.model.importing.table.Branches.OfSection;
import de.kreiskonzept.model.outline.OutlineMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one table into the tree. A level without words goes on from the row above, as merged cells do; a level with the
 * same words as one before is that one again.
 */
final class RowReader {
    private static final List<Meaning> TOP = List.of(Meaning.FIELD, Meaning.THEME, Meaning.CHAPTER);
    private static final List<Meaning> GOALS = List.of(Meaning.OVERALL_GOAL, Meaning.GOAL, Meaning.SUB_GOAL);
    /** The end of a line behind which another body stands, and not the rest of a name. */
    private static final Pattern BODY_ON_ITS_LINE = Pattern.compile(
            "(?<![,;/&-])(?<!\\b(?:für|und|der|des|die|im|in|am|von|zur|zum|bei|mit)) *\\n *(?=\\p{Lu})");

    private static final Set<String> NO = Set.of("nein", "no", "n", "false", "falsch", "0");

    private final Map<String, OfSection> sections;
    private final Supplier<OfSection> without;
    private final Columns columns;
    private final Map<String, TrafficLight> lights;
    private final List<Deviation> deviations;
    private final List<LeftOut> leftOut;
    private final @Nullable OfGoal[] goals = new OfGoal[GOALS.size()];
    private @Nullable OfSection top;
    private @Nullable OfSection section;

    /** What rows leave behind beside the tree. */
    record Notes(List<Deviation> deviations, List<LeftOut> leftOut) {}

    /** @param without gives the section for rows that name none */
    RowReader(
            Map<String, OfSection> sections,
            Supplier<OfSection> without,
            Columns columns,
            Map<String, TrafficLight> lights,
            Notes notes) {
        this.sections = sections;
        this.without = without;
        this.columns = columns;
        this.lights = lights;
        this.deviations = notes.deviations();
        this.leftOut = notes.leftOut();
    }

    void take(TableRow row) {
        notes(row);
        boolean inSection = sections(row);
        boolean placed = goals(row) || inSection;
        Optional<TableCell> measure = columns.find(row, Meaning.MEASURE);
        if (measure.isPresent()) {
            measure(row, measure.get());
        } else if (columns.hasDetails(row)) {
            DeviationKind why = placed ? DeviationKind.EMPTY_ITEM : DeviationKind.ROW_WITHOUT_NODE;
            leaveOut(row, why);
        } else if (!placed) {
            leaveOut(row, DeviationKind.ROW_WITHOUT_NODE);
        }
    }

    private void leaveOut(TableRow row, DeviationKind why) {
        List<TableCell> cells = columns.used(row);
        if (!cells.isEmpty()) {
            report(cells.getFirst(), why, cells.getFirst().text());
            cells.stream()
                    .filter(cell -> !columns.isLevel(cell.column()))
                    .forEach(cell -> leftOut.add(new LeftOut(cell.line(), why, cell.text())));
        }
    }

    private void notes(TableRow row) {
        for (TableCell cell : row.cells()) {
            if (!columns.isUsed(cell.column())) {
                if (!cell.text().isEmpty()) {
                    leftOut.add(new LeftOut(cell.line(), DeviationKind.UNUSED_COLUMN, cell.text()));
                }
                continue;
            }
            switch (cell.note()) {
                case NONE -> {}
                case FORMULA -> report(cell, DeviationKind.FORMULA, cell.text());
                case FORMULA_WITHOUT_VALUE -> report(cell, DeviationKind.FORMULA_WITHOUT_VALUE, "");
                case FAULT -> report(cell, DeviationKind.FAULTY_CELL, cell.text());
                case MERGED -> report(cell, DeviationKind.MERGED_CELL, cell.text());
            }
        }
    }

    private void report(TableCell cell, DeviationKind kind, String excerpt) {
        deviations.add(new Deviation(cell.line(), kind, excerpt));
    }

    private boolean sections(TableRow row) {
        boolean placed = false;
        for (Meaning meaning : TOP) {
            Optional<TableCell> cell = columns.find(row, meaning);
            if (cell.isPresent() && placed) {
                report(cell.get(), DeviationKind.FIELD_AND_THEME, cell.get().text());
            } else if (cell.isPresent()) {
                Label label = columns.label(row, cell.get());
                enter(found(sections, label, kind(meaning, label), cell.get()), true);
                placed = true;
            }
        }
        Optional<TableCell> below = columns.find(row, Meaning.SUBCHAPTER);
        if (below.isPresent()) {
            OfSection above = top == null ? current() : top;
            Label label = columns.label(row, below.get());
            enter(found(above.sections, label, label.sectionKind().orElse(SectionKind.OTHER), below.get()), false);
        }
        return placed || below.isPresent();
    }

    private static SectionKind kind(Meaning meaning, Label label) {
        SectionKind usual = switch (meaning) {
            case FIELD -> SectionKind.FIELD_OF_ACTION;
            case THEME -> SectionKind.CROSS_CUTTING_THEME;
            default -> SectionKind.OTHER;
        };
        return label.sectionKind().orElse(usual);
    }

    private void enter(OfSection entered, boolean isTop) {
        if (isTop ? entered != top : entered != section) {
            section = entered;
            goals[0] = goals[1] = goals[2] = null;
        }
        if (isTop) {
            top = entered;
        }
    }

    private OfSection found(Map<String, OfSection> among, Label label, SectionKind kind, TableCell cell) {
        Label shown = label;
        String name = label.text();
        if (name.length() > TextLimits.NAME) {
            report(cell, DeviationKind.TEXT_TOO_LONG, name);
            shown = new Label(
                    label.word(),
                    label.number(),
                    name.substring(0, TextLimits.NAME).strip());
        }
        Label kept = shown;
        return among.computeIfAbsent(kind + name.toLowerCase(Locale.GERMAN), key -> {
            var added = new OfSection(kind, kept, cell.line());
            if (name.length() > TextLimits.NAME) {
                added.further(name.substring(TextLimits.NAME), cell.line());
            }
            return added;
        });
    }

    private OfSection current() {
        if (section == null) {
            section = without.get();
            top = section;
        }
        return section;
    }

    private boolean goals(TableRow row) {
        boolean placed = false;
        for (int level = 0; level < GOALS.size(); level++) {
            Optional<TableCell> cell = columns.find(row, GOALS.get(level));
            if (cell.isPresent()) {
                placed = true;
                goal(row, cell.get(), level);
            }
        }
        return placed;
    }

    private void goal(TableRow row, TableCell cell, int level) {
        Label label = limited(columns.label(row, cell), cell);
        int place = label.goalKind()
                .filter(kind -> kind == GoalKind.OVERALL_GOAL)
                .map(kind -> 0)
                .orElse(level);
        GoalKind usual = switch (GOALS.get(place)) {
            case OVERALL_GOAL -> GoalKind.OVERALL_GOAL;
            case SUB_GOAL -> GoalKind.SUB_GOAL;
            default -> GoalKind.GOAL;
        };
        GoalKind kind = label.goalKind().orElse(usual);
        OfGoal parent = parent(place);
        Map<String, OfGoal> among = parent == null ? current().goals : parent.goals;
        OfGoal entered = among.computeIfAbsent(kind + label.key(), key -> new OfGoal(kind, label, cell.line()));
        if (entered != goals[place]) {
            for (int below = place; below < goals.length; below++) {
                goals[below] = null;
            }
            goals[place] = entered;
        }
    }

    private @Nullable OfGoal parent(int level) {
        for (int above = level - 1; above >= 0; above--) {
            if (goals[above] != null) {
                return goals[above];
            }
        }
        return null;
    }

    private Label limited(Label label, TableCell cell) {
        if (label.text().length() <= TextLimits.TEXT) {
            return label;
        }
        report(cell, DeviationKind.TEXT_TOO_LONG, label.text());
        current().further(label.text().substring(TextLimits.TEXT), cell.line());
        return new Label(
                label.word(),
                label.number(),
                label.text().substring(0, TextLimits.TEXT).strip());
    }

    private void measure(TableRow row, TableCell cell) {
        OfGoal goal = parent(goals.length);
        if (goal == null) {
            goal = current().goals.computeIfAbsent("", key -> {
                report(cell, DeviationKind.MEASURE_WITHOUT_GOAL, cell.text());
                return new OfGoal(GoalKind.GOAL, new Label("", "", Branches.NAMELESS), cell.line());
            });
        }
        Label label = limited(columns.label(row, cell), cell);
        OutlineMeasure measure = measure(row, label, cell);
        OutlineMeasure twin = goal.byKey.putIfAbsent(label.key(), measure);
        if (twin != null && isSame(twin, measure)) {
            report(cell, DeviationKind.DOUBLE_MEASURE, label.text());
            leftOut.add(new LeftOut(cell.line(), DeviationKind.DOUBLE_MEASURE, cell.text()));
        } else {
            if (twin != null) {
                report(cell, DeviationKind.SIMILAR_MEASURE, label.text());
            }
            goal.measures.add(measure);
        }
    }

    private static boolean isSame(OutlineMeasure one, OutlineMeasure other) {
        return one.light() == other.light()
                && one.counted() == other.counted()
                && one.responsible().equals(other.responsible())
                && one.justification().equals(other.justification())
                && one.description().equals(other.description())
                && one.detail().equals(other.detail());
    }

    private OutlineMeasure measure(TableRow row, Label label, TableCell cell) {
        TrafficLight light = light(row);
        boolean assessed = light != TrafficLight.GREY;
        String said = columns.joined(row, Meaning.RESPONSIBLE, ", ");
        String responsible = BODY_ON_ITS_LINE.matcher(said).replaceAll(", ").replace('\n', ' ');
        var description = new ArrayList<String>();
        if (responsible.length() > TextLimits.BODIES) {
            report(cell, DeviationKind.TEXT_TOO_LONG, responsible);
            description.add(responsible);
            responsible = responsible.substring(0, TextLimits.BODIES).strip();
        }
        RowDetail detail = RowDetail.of(row, columns);
        description.addAll(columns.lines(row, Meaning.DESCRIPTION, false));
        description.addAll(detail.words());
        if (!assessed) {
            description.addAll(columns.lines(row, Meaning.REMARK, true));
        }
        sectionsTwice(row).forEach(description::add);
        return new OutlineMeasure(
                label.number(),
                label.text(),
                cell.line(),
                columns.find(row, Meaning.COUNTED)
                        .map(counted -> !NO.contains(counted.text().toLowerCase(Locale.GERMAN)))
                        .orElse(true),
                light,
                null,
                assessed ? cut(columns.joined(row, Meaning.REMARK, "\n"), cell) : "",
                responsible,
                cut(String.join("\n", description), cell),
                detail.detail(),
                "");
    }

    /** Names of the sections of a row beside the one it stands in. */
    private List<String> sectionsTwice(TableRow row) {
        List<TableCell> filled = TOP.stream()
                .flatMap(meaning -> columns.find(row, meaning).stream())
                .toList();
        return filled.stream().skip(1).map(columns::named).toList();
    }

    private String cut(String text, TableCell cell) {
        if (text.length() <= TextLimits.TEXT) {
            return text;
        }
        report(cell, DeviationKind.TEXT_TOO_LONG, text);
        current().further(text.substring(TextLimits.TEXT), cell.line());
        return text.substring(0, TextLimits.TEXT).strip();
    }

    private TrafficLight light(TableRow row) {
        Optional<TableCell> cell = columns.find(row, Meaning.LIGHT);
        if (cell.isEmpty()) {
            return TrafficLight.GREY;
        }
        String status = Mapping.status(cell.get().text());
        TrafficLight light = lights.get(status);
        if (light == null
                || (light == TrafficLight.GREY && Mapping.light(status).isEmpty())) {
            report(cell.get(), DeviationKind.UNKNOWN_STATUS, cell.get().text());
        }
        return light == null ? TrafficLight.GREY : light;
    }
}
