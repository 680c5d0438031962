package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.importing.table.TableText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes rows of the own workbook out of the paragraphs and tables of a concept on paper; what has no row is listed apart. */
final class OwnRows {
    private static final Set<String> COVER = Set.of("Issuer", "Fact", "Notice", "Title", "Note", "TOCHeading");
    private static final int COLUMNS_OF_MEASURES = 3;
    private static final Pattern TIME = Pattern.compile("Zeitraum: (.+)", Pattern.DOTALL);
    private static final Pattern COSTS = Pattern.compile("Kosten: (.+)", Pattern.DOTALL);
    private static final Set<String> REACHES = Set.of("Gutes Beispiel", "Idee für Gemeinden");

    private final List<Draft> rows = new ArrayList<>();
    private final Map<Integer, String> left = new TreeMap<>();
    private final Deque<Integer> levels = new ArrayDeque<>();
    private final Draft concept = new Draft(1, Kind.CONCEPT, 0);
    private @Nullable Draft goal;
    private @Nullable Draft text;
    private int textLevel;
    private int paragraph;
    private String chapter = "";
    private boolean other;
    private boolean begun;
    private boolean listed;

    /**
     * A paragraph.
     *
     * @param style id of its style
     * @param level of a heading, else 0
     * @param sense what the product says a heading is; empty for one that people wrote
     * @param before words before the name or number
     * @param plain its words
     * @param marked its words with the signs of Markdown
     */
    record Line(String style, int level, String sense, int before, String plain, String marked) {
        Line item(String bullet) {
            return new Line(style, level, sense, before, plain, bullet + marked);
        }

        boolean isBlank() {
            return plain.isBlank();
        }

        /** The first words. */
        String first() {
            return String.join(" ", words().subList(0, Math.min(before, words().size())));
        }

        /** All words behind the first ones. */
        String rest() {
            return String.join(" ", words().subList(Math.min(before, words().size()), words().size()));
        }

        private List<String> words() {
            return List.of(plain.strip().split("\\s+"));
        }
    }

    private record Draft(int paragraph, Kind kind, int depth, Map<Field, String> values) {
        Draft(int paragraph, Kind kind, int depth) {
            this(paragraph, kind, depth, new EnumMap<>(Field.class));
        }

        void append(Field field, String words, String between) {
            values.merge(field, words, (one, more) -> one + between + more);
        }
    }

    void take(Line line) {
        if (line.isBlank() || line.style().startsWith("TOC")) {
            return;
        }
        paragraph++;
        place(line);
    }

    private void place(Line line) {
        if (line.level() > 0 && !line.sense().isEmpty()) {
            open(line);
        } else if (!begun) {
            cover(line);
        } else if (other) {
            left.put(paragraph, line.plain());
        } else if (line.style().equals("Lead") && goal != null && text == null) {
            goal.append(Field.TEXT, line.plain(), "\n");
        } else if (!line.style().equals("Note")) {
            write(line);
        }
    }

    private void cover(Line line) {
        if (line.style().equals("Title")) {
            concept.append(Field.TEXT, line.plain(), " ");
        } else if (!COVER.contains(line.style())) {
            begun = true;
            place(line);
        }
    }

    private void open(Line line) {
        begun = true;
        text = null;
        goal = null;
        other = false;
        listed = false;
        String sense = line.sense();
        boolean isText = sense.equals("text");
        while (!isText && !sense.equals("other") && !levels.isEmpty() && levels.element() >= line.level()) {
            levels.pop();
        }
        if (isText) {
            text = text(line.plain());
            textLevel = line.level();
        } else if (sense.startsWith("section_")) {
            SectionKind kind = Arrays.stream(SectionKind.values())
                    .filter(one -> sense.equals("section_" + one.text()))
                    .findFirst()
                    .orElse(SectionKind.OTHER);
            Draft section = node(OutlineRows.kind(kind), line.level());
            section.append(Field.NUMBER, line.first(), "");
            section.append(Field.TEXT, line.rest(), "");
        } else if (sense.startsWith("goal_")) {
            GoalKind kind = Arrays.stream(GoalKind.values())
                    .filter(one -> sense.equals("goal_" + one.text()))
                    .findFirst()
                    .orElse(GoalKind.GOAL);
            goal = node(OutlineRows.kind(kind), line.level());
            goal.append(Field.NUMBER, line.rest(), "");
        } else {
            apart(line);
        }
    }

    private void apart(Line line) {
        switch (line.sense()) {
            case "chapter" -> chapter = line.plain();
            case "part" -> chapter = "";
            case "other" -> {
                other = true;
                left.put(paragraph, line.plain());
            }
            default -> {}
        }
    }

    private Draft node(Kind kind, int level) {
        var draft = new Draft(paragraph, kind, levels.size() + 1);
        rows.add(draft);
        levels.push(level);
        return draft;
    }

    private Draft text(String name) {
        var draft = new Draft(paragraph, Kind.TEXT, levels.size() + 1);
        draft.append(Field.HEADING, name, "");
        if (levels.isEmpty()) {
            draft.append(Field.CHAPTER, chapter, "");
        }
        rows.add(draft);
        return draft;
    }

    private void write(Line line) {
        Draft open = text;
        if (open == null) {
            open = text("");
            text = open;
            textLevel = levels.isEmpty() ? 1 : levels.element();
        }
        boolean item = line.style().equals("ListParagraph");
        String between = item && listed ? "\n" : "\n\n";
        listed = item;
        String words = line.level() > 0
                ? "#".repeat(Math.max(1, line.level() - textLevel)) + " " + line.plain()
                : item ? line.marked() : escaped(line.marked());
        open.append(Field.TEXT, words, between);
    }

    // Signs that would make a list or heading of a line that is none.
    private static String escaped(String words) {
        return words.replaceAll("(?m)^(#{1,6}|[+-])(?=\\s)", "\\\\$1")
                .replaceAll("(?m)^(\\d{1,9})([.)])(?=\\s)", "$1\\\\$2");
    }

    void table(List<List<List<Line>>> table) {
        boolean measures =
                !levels.isEmpty() && !table.isEmpty() && table.getFirst().size() == COLUMNS_OF_MEASURES;
        if (!measures) {
            table.forEach(this::leave);
            return;
        }
        text = null;
        paragraph++;
        table.stream().skip(1).filter(row -> row.size() == COLUMNS_OF_MEASURES).forEach(this::measure);
    }

    private void leave(List<List<Line>> row) {
        paragraph++;
        left.put(paragraph, String.join(" | ", row.stream().map(OwnRows::plain).toList()));
    }

    private static String plain(List<Line> cell) {
        return String.join("\n", cell.stream().map(Line::plain).toList()).strip();
    }

    private void measure(List<List<Line>> cells) {
        paragraph++;
        var draft = new Draft(paragraph, Kind.MEASURE, levels.size() + 1);
        draft.append(Field.NUMBER, plain(cells.getFirst()), "");
        draft.append(Field.RESPONSIBLE, plain(cells.getLast()), "");
        for (Line line : cells.get(1)) {
            Matcher time = TIME.matcher(line.plain());
            Matcher costs = COSTS.matcher(line.plain());
            if (!line.style().equals("TableNote")) {
                draft.append(Field.TEXT, line.plain(), "\n");
            } else if (time.matches()) {
                draft.append(Field.PERIOD, time.group(1), " ");
            } else if (costs.matches()) {
                draft.append(Field.COSTS, costs.group(1), "; ");
            } else if (REACHES.contains(line.plain())) {
                draft.append(Field.REACH, line.plain(), "");
            } else {
                draft.append(Field.DESCRIPTION, line.plain(), "\n");
            }
        }
        rows.add(draft);
    }

    /** Table text of the own workbook, and a table with what has no row in it. */
    String text() {
        var text = new TableText().sheet(Kind.CONCEPT.word());
        write(text, 1, OutlineRow.head());
        rows.addFirst(concept);
        for (Draft row : rows) {
            write(text, row.paragraph(), new OutlineRow(0, row.kind(), row.depth(), row.values(), "", "").cells());
        }
        text.sheet(OutlineRows.PAPER);
        left.forEach((number, words) -> write(text, number, List.of(words)));
        return text.toString();
    }

    private static void write(TableText text, int number, List<String> cells) {
        text.row(number);
        for (int i = 0; i < cells.size(); i++) {
            text.cell(i, cells.get(i), Note.NONE);
        }
    }
}
