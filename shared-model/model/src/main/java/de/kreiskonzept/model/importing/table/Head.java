package de.kreiskonzept.model.importing.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The row of a table that names its columns.
 *
 * @param row index among the rows of the table
 * @param columns from left to right, without those that have no name
 */
record Head(int row, List<Column> columns) {
    private static final int ROWS_TO_LOOK_AT = 15;

    /**
     * A column with a name.
     *
     * @param name as it stands there; a second column of the same name ends with " (2)"
     */
    record Column(int line, int index, String name) {}

    /** The row that most likely names the columns; without columns where none does. */
    static Head of(TablePart.Sheet sheet) {
        int best = -1;
        long most = 0;
        for (int i = 0; i < Math.min(sheet.rows().size(), ROWS_TO_LOOK_AT); i++) {
            long known = known(sheet.rows().get(i));
            if (known > most) {
                most = known;
                best = i;
            }
        }
        if (best < 0) {
            best = firstOfSeveral(sheet.rows());
        }
        return best < 0
                ? new Head(0, List.of())
                : new Head(best, columns(sheet.rows().get(best)));
    }

    private static int firstOfSeveral(List<TableRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), ROWS_TO_LOOK_AT); i++) {
            if (rows.get(i).cells().stream()
                            .filter(cell -> !cell.text().isEmpty())
                            .count()
                    > 1) {
                return i;
            }
        }
        return -1;
    }

    private static long known(TableRow row) {
        long meanings = row.cells().stream()
                .filter(cell -> cell.text().length() <= 60)
                .flatMap(cell -> Meaning.of(cell.text()).stream())
                .distinct()
                .count();
        return row.cells().size() > 1 ? meanings : 0;
    }

    private static List<Column> columns(TableRow row) {
        Map<String, Integer> seen = new HashMap<>();
        var columns = new ArrayList<Column>();
        for (TableCell cell : row.cells()) {
            String name = cell.text().replaceAll("\\s+", " ");
            if (!name.isEmpty()) {
                int times = seen.merge(name, 1, Integer::sum);
                columns.add(new Column(cell.line(), cell.column(), times == 1 ? name : name + " (" + times + ")"));
            }
        }
        return columns;
    }
}
