package de.kreiskonzept.platform.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as an Excel workbook (Office Open XML): a sheet each, the head fixed and with filters, ready for A4 landscape. */
final class Spreadsheet {
    private static final int NARROW = 12;
    private static final int WIDE = 60;

    private Spreadsheet() {}

    /** The bytes of the file. */
    static byte[] write(List<Grid> grids) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Kreiskonzept", "1.0")) {
            for (Grid grid : grids) {
                sheet(workbook.newWorksheet(grid.name()), grid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Worksheet sheet, Grid grid) throws IOException {
        int columns = grid.head().size();
        for (int column = 0; column < columns; column++) {
            sheet.value(0, column, grid.head().get(column));
            sheet.width(column, width(grid, column));
        }
        sheet.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("E6EAF0")
                .set();
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                cell(sheet, row + 1, column, grid.rows().get(row).get(column));
            }
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, grid.rows().size(), columns - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            String text = printable(value.toString());
            sheet.value(row, column, text);
            if (text.length() > WIDE) {
                sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static double width(Grid grid, int column) {
        int longest = grid.rows().stream()
                .mapToInt(row -> row.get(column).toString().length())
                .max()
                .orElse(0);
        return Math.clamp(longest + 2, NARROW, WIDE);
    }

    // XML has no place for control characters other than tab and line ends.
    private static String printable(String text) {
        return text.codePoints().allMatch(Spreadsheet::isPrintable)
                ? text
                : text.codePoints()
                        .filter(Spreadsheet::isPrintable)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPrintable(int sign) {
        boolean control = sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t';
        return !control && sign != 0xFFFE && sign != 0xFFFF && (sign < 0xD800 || sign > 0xDFFF);
    }
}
