package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.DetailCells;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a concept as the product's own workbook: a row for each node, lists to choose from, ids and versions in hidden columns. */
public final class SheetWriter {
    /** Media type of a workbook (Office Open XML). */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int SPARE_ROWS = 500;
    private static final double KIND = 20;
    private static final double NARROW = 8;

    private SheetWriter() {}

    /**
     * The bytes of the file.
     *
     * @param rows of the concept
     * @param numbers its indicators and figures with their values
     */
    public static byte[] write(List<OutlineRow> rows, List<NumberRow> numbers) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Kreiskonzept", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(Kind.CONCEPT.word());
            head(sheet, OutlineRow.head(), SheetWriter::width);
            for (int row = 0; row < rows.size(); row++) {
                row(sheet, row + 1, rows.get(row));
            }
            lists(sheet, rows.size() + SPARE_ROWS);
            if (rows.stream().allMatch(row -> row.value(Field.CHAPTER).isEmpty())) {
                sheet.hideColumn(Field.CHAPTER.column());
            }
            sheet.hideColumn(OutlineRow.ID);
            sheet.hideColumn(OutlineRow.ID + 1);
            sheet.freezePane(0, 1);
            sheet.pageOrientation("landscape");
            sheet.finish();
            for (NumberRow.Sheet table : NumberRow.Sheet.values()) {
                NumberWriter.write(
                        workbook,
                        table,
                        numbers.stream().filter(row -> row.sheet() == table).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the first row, with a width for each column. */
    static void head(Worksheet sheet, List<String> head, IntToDoubleFunction width) {
        for (int column = 0; column < head.size(); column++) {
            sheet.value(0, column, head.get(column));
            sheet.width(column, width.applyAsDouble(column));
        }
        sheet.range(0, 0, 0, head.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("E6EAF0")
                .set();
    }

    private static double width(int column) {
        return Arrays.stream(Field.values())
                .filter(field -> field.column() == column)
                .findFirst()
                .map(SheetWriter::width)
                .orElse(column == 0 ? KIND : NARROW);
    }

    private static double width(Field field) {
        return switch (field) {
            case TEXT -> 60;
            case DESCRIPTION, JUSTIFICATION -> 40;
            case HEADING, CHAPTER, RESPONSIBLE, REASON, COSTS -> 24;
            case PERIOD, REACH, MEASURE_KIND, CATEGORY -> 18;
            case NUMBER, LIGHT, COUNTED, PRIORITY, PART_OF, STATED_GOALS, STATED_MEASURES -> 14;
        };
    }

    private static void row(Worksheet sheet, int at, OutlineRow row) {
        List<String> cells = row.cells();
        for (int column = 0; column < cells.size(); column++) {
            String words = printable(cells.get(column));
            boolean number = column == 1 || isCount(column);
            if (number && words.matches("[0-9]{1,5}")) {
                sheet.value(at, column, Integer.valueOf(words));
            } else if (!words.isEmpty()) {
                sheet.value(at, column, words);
            }
        }
        sheet.style(at, Field.TEXT.column())
                .wrapText(true)
                .verticalAlignment("top")
                .set();
    }

    private static boolean isCount(int column) {
        return column == Field.STATED_GOALS.column() || column == Field.STATED_MEASURES.column();
    }

    private static void lists(Worksheet sheet, int last) {
        list(sheet, 0, last, Arrays.stream(Kind.values()).map(Kind::word));
        list(
                sheet,
                Field.LIGHT.column(),
                last,
                Arrays.stream(TrafficLight.values()).map(OutlineRows::word));
        list(
                sheet,
                Field.REASON.column(),
                last,
                Arrays.stream(ReasonClass.values()).map(OutlineRows::word));
        list(sheet, Field.COUNTED.column(), last, Stream.of("ja", "nein"));
        list(
                sheet,
                Field.REACH.column(),
                last,
                Arrays.stream(MeasureReach.values()).map(DetailCells::word));
        list(
                sheet,
                Field.MEASURE_KIND.column(),
                last,
                Arrays.stream(MeasureKind.values()).map(DetailCells::word));
        list(
                sheet,
                Field.PRIORITY.column(),
                last,
                Arrays.stream(Priority.values()).map(DetailCells::word));
    }

    private static void list(Worksheet sheet, int column, int last, Stream<String> words) {
        sheet.range(1, column, last, column)
                .validateWithListByFormula(words.collect(Collectors.joining(",", "\"", "\"")))
                .allowBlank(true);
    }

    // XML has no place for these signs; control characters are gone already.
    static String printable(String text) {
        return text.codePoints()
                .filter(sign -> sign != 0xFFFE && sign != 0xFFFF && (sign < 0xD800 || sign > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
