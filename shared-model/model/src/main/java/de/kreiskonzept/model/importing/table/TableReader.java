package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.importing.Review;
import de.kreiskonzept.model.importing.table.Branches.OfSection;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a concept from tables by what their columns mean. As with texts nothing is dropped silently: each cell with words is in the
 * outline or named as left out. A line of what is found is a line of the {@link TableText}.
 */
public final class TableReader {
    private final Mapping mapping;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, OfSection> sections = new LinkedHashMap<>();
    private final List<OutlineText> texts = new ArrayList<>();
    private String title = "";
    private TablePart.@Nullable Heading heading;

    private TableReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The concept in the tables; without sections where no column is a level. */
    public static ParsedConcept read(List<TablePart> parts, Mapping mapping) {
        var reader = new TableReader(mapping);
        parts.forEach(reader::take);
        return reader.parsed();
    }

    private ParsedConcept parsed() {
        var outline = new ConceptOutline(
                title,
                StatedCounts.NONE,
                texts,
                sections.values().stream().map(OfSection::outline).toList());
        if (outline.sections().isEmpty()) {
            deviations.add(new Deviation(0, DeviationKind.NO_SECTION, ""));
        }
        deviations.addAll(Review.of(outline));
        deviations.sort(Comparator.comparingInt(Deviation::line));
        leftOut.sort(Comparator.comparingInt(LeftOut::line));
        return new ParsedConcept(outline, deviations, leftOut);
    }

    private void take(TablePart part) {
        switch (part) {
            case TablePart.Heading found -> heading = found;
            case TablePart.Paragraph paragraph -> paragraph(paragraph);
            case TablePart.Sheet sheet -> sheet(sheet);
        }
    }

    private void paragraph(TablePart.Paragraph paragraph) {
        String name = heading == null ? "" : heading.text();
        String before = texts.isEmpty() ? "" : texts.getLast().text();
        String shortName = name.substring(0, Math.min(name.length(), TextLimits.NAME));
        boolean goesOn = !texts.isEmpty()
                && texts.getLast().name().equals(shortName)
                && before.length() + paragraph.text().length() + 2 <= TextLimits.TEXT;
        if (goesOn) {
            OutlineText last = texts.removeLast();
            texts.add(new OutlineText(shortName, before + "\n\n" + paragraph.text(), last.line()));
        } else {
            for (int i = 0; i < paragraph.text().length(); i += TextLimits.TEXT) {
                int end = Math.min(paragraph.text().length(), i + TextLimits.TEXT);
                texts.add(new OutlineText(shortName, paragraph.text().substring(i, end), paragraph.line()));
            }
        }
    }

    private void sheet(TablePart.Sheet sheet) {
        Head head = Head.of(sheet);
        var columns = new Columns(head, mapping);
        if (!columns.hasLevel()) {
            boolean words = sheet.rows().stream().anyMatch(row -> !row.isEmpty());
            if (words) {
                deviations.add(new Deviation(sheet.line(), DeviationKind.UNUSED_TABLE, sheet.name()));
                sheet.rows().forEach(row -> leaveOut(row, DeviationKind.UNUSED_TABLE));
            }
            return;
        }
        before(sheet, head);
        head.columns().stream()
                .filter(column -> !columns.isUsed(column.index()))
                .forEach(column ->
                        deviations.add(new Deviation(column.line(), DeviationKind.UNUSED_COLUMN, column.name())));
        var rows = new RowReader(
                sections,
                () -> sectionOf(sheet, columns),
                columns,
                mapping.lights(),
                new RowReader.Notes(deviations, leftOut));
        int last = sheet.rows().isEmpty() ? 0 : sheet.rows().get(head.row()).number();
        int empty = 0;
        for (TableRow row : sheet.rows()
                .subList(
                        Math.min(head.row() + 1, sheet.rows().size()),
                        sheet.rows().size())) {
            if (!row.isEmpty() || row.cells().stream().anyMatch(cell -> cell.note() != TableCell.Note.NONE)) {
                empty += row.number() - last - 1;
                last = row.number();
                rows.take(row);
            }
        }
        if (empty > 0) {
            deviations.add(new Deviation(sheet.line(), DeviationKind.EMPTY_ROWS, sheet.name() + " / " + empty));
        }
    }

    /** The first words above the head that stand alone are the title; others are left out. */
    private void before(TablePart.Sheet sheet, Head head) {
        for (TableRow row : sheet.rows().subList(0, head.row())) {
            boolean alone =
                    row.cells().size() == 1 && row.cells().getFirst().text().length() <= TextLimits.NAME;
            if (title.isEmpty() && alone) {
                title = row.cells().getFirst().text().replaceAll("\\s+", " ");
            } else {
                leaveOut(row, DeviationKind.ROW_WITHOUT_NODE);
            }
        }
    }

    private void leaveOut(TableRow row, DeviationKind why) {
        row.cells().stream()
                .filter(cell -> !cell.text().isEmpty())
                .forEach(cell -> leftOut.add(new LeftOut(cell.line(), why, cell.text())));
    }

    private OfSection sectionOf(TablePart.Sheet sheet, Columns columns) {
        String name = heading != null ? heading.text() : sheet.name().isEmpty() ? Branches.NAMELESS : sheet.name();
        Label label = Label.of(name.substring(0, Math.min(name.length(), TextLimits.NAME)));
        if (heading == null || columns.hasSection()) {
            deviations.add(new Deviation(sheet.line(), DeviationKind.SECTION_FROM_TABLE, name));
        }
        SectionKind kind = label.sectionKind().orElse(SectionKind.OTHER);
        int line = heading == null ? sheet.line() : heading.line();
        return sections.computeIfAbsent(
                kind + label.text().toLowerCase(Locale.GERMAN), key -> new OfSection(kind, label, line));
    }
}
