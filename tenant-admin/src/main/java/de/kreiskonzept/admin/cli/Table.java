package de.kreiskonzept.admin.cli;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A result for reading in a terminal.
 *
 * @param columns headings
 * @param rows as many cells as there are columns; null reads as a dash
 */
public record Table(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {

    /** Returns the lines, each column as wide as its widest cell. */
    String text() {
        var lines = new StringJoiner(System.lineSeparator()).add(line(columns));
        rows.forEach(row -> lines.add(line(row)));
        return lines.toString();
    }

    private String line(List<? extends @Nullable Object> row) {
        var line = new StringBuilder();
        for (var column = 0; column < columns.size(); column++) {
            line.append(("%-" + width(column) + "s  ").formatted(cell(row.get(column))));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        var widest = columns.get(column).length();
        for (var row : rows) {
            widest = Math.max(widest, cell(row.get(column)).length());
        }
        return widest;
    }

    /** What somebody typed into a form must not steer the terminal. */
    private static String cell(@Nullable Object value) {
        return value == null ? "-" : value.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
