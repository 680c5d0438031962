package de.kreiskonzept.platform.document;

import java.util.ArrayList;
import java.util.List;

/**
 * One table, whatever file it is written to.
 *
 * @param name of the table, at most 31 characters, none of {@code []:*?/\}
 * @param head names of the columns
 * @param rows each as long as the head; a cell is a {@link String}, an {@link Integer} or a
 *     {@link java.math.BigDecimal}, an empty string where there is nothing
 */
public record Grid(String name, List<String> head, List<List<Object>> rows) {
    /** @throws IllegalArgumentException if a row is not as long as the head */
    public Grid {
        if (rows.stream().anyMatch(row -> row.size() != head.size())) {
            throw new IllegalArgumentException("a row is not as long as the head of " + name);
        }
    }

    /** The same table with one more column at the end that says the same in each row. */
    public Grid with(String column, String value) {
        return new Grid(
                name,
                joined(head, column),
                rows.stream().map(row -> joined(row, value)).toList());
    }

    private static <T> List<T> joined(List<T> row, T last) {
        var all = new ArrayList<T>(row);
        all.add(last);
        return List.copyOf(all);
    }
}
