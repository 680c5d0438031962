package de.kreiskonzept.model.importing.table;

import java.util.List;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param line of the row in the {@link TableText}, from 1
 * @param number of the row in its table, from 1
 * @param cells from left to right, without empty ones, maybe none
 */
public record TableRow(int line, int number, List<TableCell> cells) {
    /** Copies the cells. */
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Cell of a column that holds words; empty where there is none. */
    public Optional<TableCell> find(int column) {
        return cells.stream()
                .filter(cell -> cell.column() == column && !cell.text().isEmpty())
                .findFirst();
    }

    /** Whether no cell holds a word. */
    public boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty());
    }
}
