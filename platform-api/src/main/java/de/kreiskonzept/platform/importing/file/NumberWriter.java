package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes indicators or figures into a table of the own workbook, each with its values behind it. */
final class NumberWriter {
    private static final int SPARE_ROWS = 200;
    private static final double KIND = 12;
    /** Cells that stay what somebody types, so that 1.234 is no other number in another country. */
    private static final String TEXT = "@";

    private NumberWriter() {}

    static void write(Workbook workbook, Sheet table, List<NumberRow> rows) throws IOException {
        Worksheet sheet = workbook.newWorksheet(table.word());
        SheetWriter.head(sheet, table.head(), column -> width(table, column));
        sheet.range(1, 1, rows.size() + SPARE_ROWS, table.columns().size())
                .style()
                .format(TEXT)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                String words = SheetWriter.printable(cells.get(column));
                if (!words.isEmpty()) {
                    sheet.value(row + 1, column, words);
                }
            }
        }
        lists(sheet, table, rows.size() + SPARE_ROWS);
        List.of(0, 1, 2).forEach(hidden -> sheet.hideColumn(table.id() + hidden));
        sheet.freezePane(0, 1);
        sheet.pageOrientation("landscape");
        sheet.finish();
    }

    private static void lists(Worksheet sheet, Sheet table, int last) {
        sheet.range(1, 0, last, 0)
                .validateWithListByFormula("\"" + table.kind() + "," + NumberRow.VALUE + "\"")
                .allowBlank(true);
        int chart = table.columns().indexOf(Column.CHART) + 1;
        if (chart > 0) {
            sheet.range(1, chart, last, chart)
                    .validateWithListByFormula("\"Balken,Linie\"")
                    .allowBlank(true);
        }
    }

    private static double width(Sheet table, int column) {
        if (column == 0 || column > table.columns().size()) {
            return KIND;
        }
        return switch (table.columns().get(column - 1)) {
            case PLACE, DEFINITION -> 40;
            case NAME, MISSING, BREAK, SOURCE -> 28;
            case UNIT, BASELINE, BASELINE_PERIOD, TARGET, TARGET_PERIOD, CHART, PERIOD, NUMBER -> 14;
        };
    }
}
