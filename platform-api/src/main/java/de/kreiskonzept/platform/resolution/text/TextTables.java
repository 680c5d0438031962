package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Markdown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in Markdown with tables as many people write them: lines that begin and end with a bar, the first one the head. */
public final class TextTables {
    private static final Pattern ROW = Pattern.compile("\\s*\\|(.*)\\|\\s*");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]+");
    private static final int WHOLE = 100;
    private static final int FIRST_OF_TWO = 32;
    private static final int MOST_COLUMNS = 8;

    private TextTables() {}

    /** A line of a table; bars and line ends in the cells become something else. */
    public static String line(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace('|', '/').replaceAll("\\s+", " ").strip())
                .reduce("|", (line, cell) -> line + " " + cell + " |");
    }

    /**
     * The blocks of a text.
     *
     * @param level of the heading above
     * @param name of its tables, for those who do not see them
     */
    public static List<Block> blocks(String text, int level, String name) {
        var blocks = new ArrayList<Block>();
        var words = new StringBuilder();
        var rows = new ArrayList<List<String>>();
        for (String line : text.lines().toList()) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                if (!RULE.matcher(line).matches()) {
                    rows.add(Arrays.stream(row.group(1).split("\\|", -1))
                            .map(String::strip)
                            .toList());
                }
            } else {
                table(rows, words, blocks, name, level);
                words.append(line).append('\n');
            }
        }
        table(rows, words, blocks, name, level);
        blocks.addAll(Markdown.blocks(words.toString(), level));
        return List.copyOf(blocks);
    }

    // What is no table, because it has no row below its head or too many columns, stays text.
    private static void table(
            List<List<String>> rows, StringBuilder words, List<Block> blocks, String name, int level) {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.getFirst().size();
        if (rows.size() > 1 && width <= MOST_COLUMNS) {
            blocks.addAll(Markdown.blocks(words.toString(), level));
            words.setLength(0);
            blocks.add(table(rows, width, name));
        } else {
            rows.forEach(row -> words.append(String.join(" | ", row)).append("\n\n"));
        }
        rows.clear();
    }

    private static Table table(List<List<String>> rows, int width, String name) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < width; i++) {
            columns.add(new Column(rows.getFirst().get(i), share(i, width)));
        }
        return new Table(
                name,
                columns,
                rows.stream().skip(1).map(row -> cells(row, width)).toList());
    }

    private static int share(int column, int width) {
        if (width == 2) {
            return column == 0 ? FIRST_OF_TWO : WHOLE - FIRST_OF_TWO;
        }
        int each = WHOLE / width;
        return column == width - 1 ? WHOLE - each * (width - 1) : each;
    }

    private static List<Cell> cells(List<String> row, int width) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < width; i++) {
            cells.add(Cell.of(i < row.size() ? row.get(i) : ""));
        }
        if (row.size() > width) {
            cells.set(width - 1, Cell.of(String.join(" ", row.subList(width - 1, row.size()))));
        }
        return List.copyOf(cells);
    }
}
