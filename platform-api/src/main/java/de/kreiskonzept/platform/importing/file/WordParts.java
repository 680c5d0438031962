package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.model.importing.table.TableCell.Note;
import de.kreiskonzept.model.importing.table.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through the body of a Word document once. */
final class WordParts {
    /** What stands there a second time for older programs, or is no text of the document. */
    private static final Set<String> SKIPPED = Set.of("Fallback", "del", "moveFrom", "instrText");

    private final Map<String, Integer> levels;
    private final TableText text = new TableText();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int tables;
    private int depth;
    private int row;
    private int rows;
    private int level;
    private int span;
    private boolean item;

    WordParts(Map<String, Integer> levels) {
        this.levels = levels;
    }

    /** The parts as {@link TableText}. */
    String read(byte[] document) throws XMLStreamException {
        XMLStreamReader xml = WordStyles.reader(document);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> start(xml);
                case XMLStreamReader.END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
        return text.toString();
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (SKIPPED.contains(name)) {
            skip(xml);
            return;
        }
        switch (name) {
            case "t" -> words.append(xml.getElementText());
            case "tab" -> words.append('\t');
            case "br", "cr" -> words.append('\n');
            case "noBreakHyphen" -> words.append('-');
            case "pStyle" -> level = levels.getOrDefault(String.valueOf(WordStyles.value(xml)), 0);
            case "outlineLvl" -> level = outline(WordStyles.value(xml));
            case "numPr" -> item = true;
            case "gridSpan" -> span = Math.clamp(outline(WordStyles.value(xml)) - 1, 1, SourceFile.MOST_COLUMNS);
            case "tbl" -> table();
            case "tr" -> cells.clear();
            case "tc" -> {
                if (depth == 1) {
                    cell.setLength(0);
                    span = 1;
                }
            }
            default -> {}
        }
    }

    private int outline(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,3}") ? Integer.parseInt(value) + 1 : level;
    }

    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            }
        }
    }

    private void table() {
        depth++;
        if (depth == 1) {
            tables++;
            row = 0;
            text.sheet("Tabelle " + tables);
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> paragraph();
            case "tc" -> {
                if (depth == 1) {
                    cells.add(cell.toString());
                    for (int i = 1; i < span; i++) {
                        cells.add("");
                    }
                }
            }
            case "tr" -> {
                if (depth == 1) {
                    row();
                }
            }
            case "tbl" -> depth--;
            default -> {}
        }
    }

    private void paragraph() {
        String said = words.toString();
        words.setLength(0);
        if (depth > 0) {
            cell.append(cell.isEmpty() ? "" : "\n").append(said);
        } else if (level > 0 && level <= 9 && !said.isBlank()) {
            text.heading(level, said.replaceAll("\\s+", " "));
        } else {
            text.paragraph(item && !said.isBlank() ? "- " + said : said);
        }
        level = 0;
        item = false;
    }

    private void row() {
        row++;
        rows++;
        if (rows > SourceFile.MOST_ROWS) {
            throw Refused.ROWS.because(SourceFile.MOST_ROWS);
        }
        if (cells.size() > SourceFile.MOST_COLUMNS) {
            throw Refused.COLUMNS.because(SourceFile.MOST_COLUMNS);
        }
        text.row(row);
        for (int column = 0; column < cells.size(); column++) {
            text.cell(column, cells.get(column), Note.NONE);
        }
    }
}
