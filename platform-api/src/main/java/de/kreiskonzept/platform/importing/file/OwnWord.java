package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.platform.importing.file.OwnRows.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a concept that the product itself has written as Word file, whatever people have changed in it since. Its headings say in
 * bookmarks what they are; see {@code WordBody}.
 */
final class OwnWord {
    private static final Pattern OWN = Pattern.compile("category[^>]*>Kreiskonzept<");
    private static final Pattern SENSE = Pattern.compile("kk_([a-z_]+)_([0-9]{1,2})_[0-9]+");
    private static final Set<String> SKIPPED = Set.of("Fallback", "del", "moveFrom", "instrText", "drawing", "pict");
    private static final Pattern HEADING = Pattern.compile("Heading([1-9])");

    private final Map<String, String> links;
    private final Map<String, Integer> lists;
    private final Map<String, Integer> counts = new HashMap<>();
    private final OwnRows rows = new OwnRows();
    private final List<List<List<Line>>> table = new ArrayList<>();
    private OwnRuns runs = new OwnRuns();
    private String style = "";
    private String sense = "";
    private int before;
    private String list = "";
    private int depth;
    private int tables;

    private OwnWord(Map<String, String> links, Map<String, Integer> lists) {
        this.links = links;
        this.lists = lists;
    }

    /** Whether the product has written the file as a concept. */
    static boolean isOwn(Archive archive) {
        return OWN.matcher(new String(archive.entry("docProps/core.xml"), StandardCharsets.UTF_8))
                .find();
    }

    /** The rows of the own workbook, as table text. */
    static String read(Archive archive) throws XMLStreamException {
        var word = new OwnWord(
                OwnParts.links(archive.entry("word/_rels/document.xml.rels")),
                OwnParts.lists(archive.entry("word/numbering.xml")));
        XMLStreamReader xml = WordStyles.reader(archive.entry("word/document.xml"));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> word.start(xml);
                case XMLStreamReader.END_ELEMENT -> word.end(xml.getLocalName());
                default -> {}
            }
        }
        return word.rows.text();
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (SKIPPED.contains(name)) {
            WordParts.skip(xml);
            return;
        }
        String value = String.valueOf(WordStyles.value(xml));
        boolean on = !value.equals("0") && !value.equals("false");
        switch (name) {
            case "p" -> begin();
            case "pStyle" -> style = value;
            case "numId" -> list = value;
            case "ilvl" -> depth = value.matches("[0-8]") ? Integer.parseInt(value) : 0;
            case "r" -> runs.plain();
            case "b" -> runs.strong(on);
            case "i" -> runs.emphasised(on);
            case "t" -> runs.add(xml.getElementText());
            case "tab" -> runs.add("\t");
            case "br", "cr" -> runs.add("\n");
            case "hyperlink" -> runs.link(links.getOrDefault(OwnParts.id(xml), ""));
            case "bookmarkStart" -> mark(String.valueOf(xml.getAttributeValue(WordStyles.WORDS, "name")));
            case "tbl", "tr", "tc" -> cell(name);
            default -> {}
        }
    }

    // A table within a cell is part of what the cell says.
    private void cell(String name) {
        tables += name.equals("tbl") ? 1 : 0;
        if (tables == 1) {
            switch (name) {
                case "tbl" -> table.clear();
                case "tr" -> table.add(new ArrayList<>());
                default -> table.getLast().add(new ArrayList<>());
            }
        }
    }

    private void begin() {
        runs = new OwnRuns();
        style = "";
        sense = "";
        before = 0;
        list = "";
        depth = 0;
    }

    private void mark(String name) {
        Matcher found = SENSE.matcher(name);
        if (found.matches()) {
            sense = found.group(1);
            before = Integer.parseInt(found.group(2));
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> paragraph();
            case "hyperlink" -> runs.link("");
            case "tbl" -> {
                tables--;
                if (tables == 0) {
                    rows.table(table);
                }
            }
            default -> {}
        }
    }

    private void paragraph() {
        Matcher heading = HEADING.matcher(style);
        int level = heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
        var line = new Line(style, level, sense, before, runs.text(), runs.marked());
        if (tables == 0) {
            rows.take(list.isEmpty() ? line : line.item(bullet()));
        } else if (!table.isEmpty() && !table.getLast().isEmpty()) {
            table.getLast().getLast().add(line);
        }
    }

    // An ordered list counts from the number it begins with.
    private String bullet() {
        Integer first = lists.get(list);
        String indent = "    ".repeat(depth);
        if (first == null) {
            return indent + "- ";
        }
        int number = counts.merge(list + " " + depth, 1, Integer::sum);
        return indent + (first + number - 1) + ". ";
    }
}
