package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.importing.table.TableCell.Note;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables as one text, whatever file they came in: a line for each sheet, row, cell, heading and paragraph. It is kept between
 * preview and take-over, so that a file is read once. The number of a line stands for the place of what it holds.
 */
public final class TableText {
    private final StringBuilder text = new StringBuilder();

    /** Begins a table. */
    public TableText sheet(String name) {
        return line("S", name);
    }

    /** Begins a row; its number counts from 1. */
    public TableText row(int number) {
        return line("R", Integer.toString(number));
    }

    /** Adds a cell to the row; without words and note nothing is added. */
    public TableText cell(int column, String words, Note note) {
        String clean = clean(words);
        return clean.isEmpty() && note == Note.NONE ? this : line("C", column + "\t" + note.sign() + "\t" + clean);
    }

    /** Adds a heading between tables. */
    public TableText heading(int level, String words) {
        return line("H", level + "\t" + clean(words));
    }

    /** Adds a paragraph between tables; without words nothing is added. */
    public TableText paragraph(String words) {
        String clean = clean(words);
        return clean.isEmpty() ? this : line("P", clean);
    }

    private TableText line(String sign, String rest) {
        text.append(sign).append('\t').append(escaped(rest)).append('\n');
        return this;
    }

    /** Number of characters so far. */
    public int length() {
        return text.length();
    }

    /** The whole text. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** Words without control characters and without spaces at the ends; line ends are LF. */
    public static String clean(String words) {
        var clean = new StringBuilder(words.length());
        words.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(sign -> sign == '\u00A0' ? ' ' : sign)
                .filter(sign -> sign == '\n' || sign == '\t' || (!Character.isISOControl(sign) && sign != 0xFEFF))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static String escaped(String words) {
        return words.indexOf('\\') < 0 && words.indexOf('\n') < 0
                ? words
                : words.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String plain(String words) {
        if (words.indexOf('\\') < 0) {
            return words;
        }
        var plain = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            if (sign == '\\' && i + 1 < words.length()) {
                i++;
                plain.append(words.charAt(i) == 'n' ? '\n' : words.charAt(i));
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }

    /** The parts of a text that this class has written. */
    public static List<TablePart> read(String content) {
        var parts = new Parts();
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                parts.take(i + 1, lines[i].charAt(0), plain(lines[i].substring(2)));
            }
        }
        parts.endSheet();
        return List.copyOf(parts.done);
    }

    private static final class Parts {
        private final List<TablePart> done = new ArrayList<>();
        private final List<TableRow> rows = new ArrayList<>();
        private final List<TableCell> cells = new ArrayList<>();
        private int sheetLine;
        private int rowLine;
        private int rowNumber;
        private String sheet = "";

        void take(int line, char sign, String rest) {
            switch (sign) {
                case 'S' -> {
                    endSheet();
                    sheetLine = line;
                    sheet = rest;
                }
                case 'R' -> {
                    endRow();
                    rowLine = line;
                    rowNumber = Integer.parseInt(rest);
                }
                case 'C' -> {
                    String[] fields = rest.split("\t", 3);
                    cells.add(new TableCell(line, Integer.parseInt(fields[0]), fields[2], Note.of(fields[1])));
                }
                case 'H' -> {
                    endSheet();
                    String[] fields = rest.split("\t", 2);
                    done.add(new TablePart.Heading(line, Integer.parseInt(fields[0]), fields[1]));
                }
                case 'P' -> {
                    endSheet();
                    done.add(new TablePart.Paragraph(line, rest));
                }
                default -> throw new IllegalArgumentException("line " + line + " begins with " + sign);
            }
        }

        private void endRow() {
            if (rowLine > 0) {
                rows.add(new TableRow(rowLine, rowNumber, cells));
            }
            cells.clear();
            rowLine = 0;
        }

        void endSheet() {
            endRow();
            if (sheetLine > 0) {
                done.add(new TablePart.Sheet(sheetLine, sheet, rows));
            }
            rows.clear();
            sheetLine = 0;
        }
    }
}
