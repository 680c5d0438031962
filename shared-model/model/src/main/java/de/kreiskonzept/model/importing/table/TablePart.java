package de.kreiskonzept.model.importing.table;

import java.util.List;

/** A part of a file with tables, in the order of the file. */
public sealed interface TablePart {
    /** Where it begins in the {@link TableText}, from 1. */
    int line();

    /**
     * A heading between tables.
     *
     * @param level 1 for the highest
     */
    record Heading(int line, int level, String text) implements TablePart {}

    /** A paragraph between tables. */
    record Paragraph(int line, String text) implements TablePart {}

    /**
     * A table.
     *
     * @param name of the sheet, or of the table by its number; empty where a file is one table
     */
    record Sheet(int line, String name, List<TableRow> rows) implements TablePart {
        /** Copies the rows. */
        public Sheet {
            rows = List.copyOf(rows);
        }
    }
}
