package de.kreiskonzept.platform.document.paper;

import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the tables of a paper as Excel workbook (Office Open XML), a sheet each: above what the paper says about itself, then the
 * head, fixed, with filters and repeated on each printed page.
 */
final class SheetFile {
    private static final int LONGEST_NAME = 31;
    private static final double SIGNS_OF_A_PAGE = 150;
    private static final String HEAD = "E6EAF0";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private SheetFile() {}

    /** Writes the file; the stream stays open. */
    static void write(Paper paper, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Kreiskonzept", "1.0");
        workbook.properties().setTitle(paper.front().title());
        List<Table> tables = paper.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        for (Table table : tables) {
            sheet(workbook.newWorksheet(name(table.name())), paper.front(), table);
        }
        if (tables.isEmpty()) {
            front(workbook.newWorksheet(name(paper.front().title())), paper.front());
        }
        workbook.finish();
    }

    private static String name(String wanted) {
        String name = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static void sheet(Worksheet sheet, Front front, Table table) throws IOException {
        int head = front(sheet, front) + 1;
        int columns = table.columns().size();
        for (int column = 0; column < columns; column++) {
            sheet.value(head, column, table.columns().get(column).name());
            sheet.width(column, SIGNS_OF_A_PAGE * table.columns().get(column).share() / 100);
        }
        sheet.range(head, 0, head, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(HEAD)
                .set();
        int row = head;
        for (List<Cell> cells : table.rows()) {
            row++;
            for (int column = 0; column < columns; column++) {
                value(
                        sheet,
                        row,
                        column,
                        table.columns().get(column),
                        cells.get(column).text());
            }
        }
        if (row > head) {
            sheet.range(head + 1, 0, row, columns - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        sheet.freezePane(0, head + 1);
        sheet.setAutoFilter(head, 0, row, columns - 1);
        sheet.repeatRows(head);
        print(sheet, front);
    }

    private static void value(Worksheet sheet, int row, int column, Column meaning, String text) {
        if (meaning.number() && NUMBER.matcher(text).matches()) {
            sheet.value(row, column, Integer.parseInt(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    private static int front(Worksheet sheet, Front front) {
        int row = 0;
        sheet.value(row, 0, front.issuer());
        sheet.value(++row, 0, front.title());
        sheet.range(0, 0, row, 0).style().bold().set();
        for (Front.Fact fact : front.facts()) {
            sheet.value(++row, 0, fact.name());
            sheet.value(row, 1, fact.value());
        }
        if (!front.notice().isEmpty()) {
            sheet.value(++row, 0, front.notice());
        }
        return row + 1;
    }

    private static void print(Worksheet sheet, Front front) {
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer(front.edition().replace("&", "&&"), Position.LEFT);
        sheet.footer("&P / &N", Position.RIGHT);
    }
}
