package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.importing.ConceptTextParser;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.importing.table.Mapping;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TableReader;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.platform.importing.file.Source.Form;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a Word document (Office Open XML): headings, paragraphs and tables in their order. Where its tables hold more measures than
 * its text, it is read as tables, else as text with the cells as lines. One that the product itself has written as a concept is read
 * as its own workbook.
 */
final class WordReader {
    private WordReader() {}

    static Source read(Archive archive) {
        String content;
        try {
            if (OwnWord.isOwn(archive)) {
                return new Source(Form.TABLE, OwnWord.read(archive));
            }
            Map<String, Integer> levels = WordStyles.levels(archive.entry("word/styles.xml"));
            content = new WordParts(levels).read(archive.entry("word/document.xml"));
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : Refused.DAMAGED.because();
        }
        List<TablePart> parts = TableText.read(content);
        if (parts.isEmpty()) {
            throw Refused.EMPTY.because();
        }
        String text = text(parts);
        boolean hasTables = parts.stream().anyMatch(part -> part instanceof TablePart.Sheet);
        return hasTables && measuresInTables(parts) > measuresIn(text)
                ? new Source(Form.TABLE, content)
                : new Source(Form.TEXT, text);
    }

    private static int measuresInTables(List<TablePart> parts) {
        Mapping mapping = Mapping.proposed(parts);
        return mapping.isUsable() ? TableReader.read(parts, mapping).outline().measureCount() : 0;
    }

    private static int measuresIn(String text) {
        return ConceptTextParser.read(text) instanceof ParsedConcept parsed
                ? parsed.outline().measureCount()
                : 0;
    }

    private static String text(List<TablePart> parts) {
        var text = new StringBuilder();
        for (TablePart part : parts) {
            switch (part) {
                case TablePart.Heading heading ->
                    text.append('\n')
                            .append("#".repeat(Math.min(heading.level(), 6)))
                            .append(' ')
                            .append(heading.text())
                            .append("\n\n");
                case TablePart.Paragraph paragraph ->
                    text.append(paragraph.text()).append("\n\n");
                case TablePart.Sheet sheet ->
                    sheet.rows()
                            .forEach(row -> row.cells()
                                    .forEach(cell -> text.append(cell.text()).append("\n\n")));
            }
        }
        return text.toString();
    }
}
