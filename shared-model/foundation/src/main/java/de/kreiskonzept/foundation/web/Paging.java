package de.kreiskonzept.foundation.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a long list is shown, and the links to the other parts.
 *
 * @param number of the page shown, 1-based
 * @param size rows of a full page, at least 1
 * @param total rows of the whole list
 * @param path path and query of the list without {@code page}, for example {@code /konstanz/massnahmen?ampel=gelb}
 */
public record Paging(int number, int size, long total, String path) {

    private static final int NEIGHBOURS = 1;

    /** Stands in {@link #numbers()} for pages that are left out. */
    public static final int GAP = 0;

    public Paging {
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("no such page: %d of %d rows by %d".formatted(number, total, size));
        }
    }

    /** Returns the number of pages, at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Returns the 1-based number of the first row shown; 0 when the list is empty. */
    public long first() {
        return total == 0 ? 0 : (number - 1L) * size + 1;
    }

    /** Returns the 1-based number of the last row shown; 0 when the list is empty. */
    public long last() {
        return Math.min(total, (long) number * size);
    }

    /** Returns the link to the page with the given number. */
    public String href(int page) {
        return path + (path.contains("?") ? "&" : "?") + "page=" + page;
    }

    /** Returns the page numbers to show: first, last, the current one with its neighbours, {@link #GAP} between. */
    public List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        var previous = 0;
        for (var page = 1; page <= pages(); page++) {
            if (isShown(page)) {
                if (page - previous > 1) {
                    numbers.add(GAP);
                }
                numbers.add(page);
                previous = page;
            }
        }
        return numbers;
    }

    private boolean isShown(int page) {
        return page == 1 || page == pages() || Math.abs(page - number) <= NEIGHBOURS;
    }
}
