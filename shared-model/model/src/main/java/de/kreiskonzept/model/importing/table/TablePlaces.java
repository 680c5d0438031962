package de.kreiskonzept.model.importing.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the lines of a {@link TableText} stand in the file, such as {@code Maßnahmen!C17}. */
public final class TablePlaces {
    private static final int LETTERS = 26;

    private final Map<Integer, String> places = new HashMap<>();
    private final Map<Integer, String> words = new HashMap<>();

    private TablePlaces(List<TablePart> parts) {
        for (TablePart part : parts) {
            switch (part) {
                case TablePart.Sheet sheet -> sheet(sheet);
                case TablePart.Heading heading -> put(heading.line(), "", heading.text());
                case TablePart.Paragraph paragraph -> put(paragraph.line(), "", paragraph.text());
            }
        }
    }

    /** The places of these parts. */
    public static TablePlaces of(List<TablePart> parts) {
        return new TablePlaces(parts);
    }

    /** Place of a line; empty where it stands between tables or there is no such line. */
    public String place(int line) {
        return places.getOrDefault(line, "");
    }

    /** Words of the cell, heading or paragraph; empty for a row and a sheet. */
    public String words(int line) {
        return words.getOrDefault(line, "");
    }

    /** Letters of a column as a spreadsheet shows them: A for 0, AA for 26. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    private void sheet(TablePart.Sheet sheet) {
        String before = sheet.name().isEmpty() ? "" : sheet.name() + "!";
        put(sheet.line(), sheet.name(), "");
        for (TableRow row : sheet.rows()) {
            put(row.line(), before + row.number(), "");
            for (TableCell cell : row.cells()) {
                put(cell.line(), before + letters(cell.column()) + row.number(), cell.text());
            }
        }
    }

    private void put(int line, String place, String text) {
        places.put(line, place);
        words.put(line, text);
    }
}
