package de.kreiskonzept.platform.document.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads a PDF the way a screen reader does: along its structure, without what is marked as decoration. */
public final class Aloud {
    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    private Aloud() {}

    /** The text of the file; each element of the structure is followed by a space. */
    public static String read(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            var aloud = new Aloud();
            aloud.gather(file);
            aloud.say(file.getDocumentCatalog().getStructureTreeRoot(), null);
            return aloud.said.toString();
        }
    }

    /** What is said of each picture of the file. */
    public static List<String> pictures(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            var pictures = new ArrayList<String>();
            pictures(file.getDocumentCatalog().getStructureTreeRoot(), pictures);
            return pictures;
        }
    }

    /** The rows of all tables, heads too, each with the text of its cells. */
    public static List<List<String>> rows(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            var aloud = new Aloud();
            aloud.gather(file);
            var rows = new ArrayList<List<String>>();
            aloud.rows(file.getDocumentCatalog().getStructureTreeRoot(), null, rows);
            return rows;
        }
    }

    private void rows(PDStructureNode node, @Nullable PDPage page, List<List<String>> rows) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                PDPage own = element.getPage() == null ? page : element.getPage();
                if ("TR".equals(element.getStandardStructureType())) {
                    rows.add(cells(element, own));
                } else {
                    rows(element, own, rows);
                }
            }
        }
    }

    private List<String> cells(PDStructureElement row, @Nullable PDPage page) {
        var cells = new ArrayList<String>();
        for (Object kid : row.getKids()) {
            if (kid instanceof PDStructureElement cell) {
                said.setLength(0);
                say(cell, cell.getPage() == null ? page : cell.getPage());
                cells.add(said.toString().strip());
            }
        }
        return cells;
    }

    private static void pictures(PDStructureNode node, List<String> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStandardStructureType())) {
                    found.add(String.valueOf(element.getAlternateDescription()));
                }
                pictures(element, found);
            }
        }
    }

    private void gather(PDDocument file) throws IOException {
        for (PDPage page : file.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            var texts = new HashMap<Integer, String>();
            extractor.getMarkedContents().forEach(content -> gather(content, texts));
            pages.put(page.getCOSObject(), texts);
        }
    }

    private static void gather(PDMarkedContent content, Map<Integer, String> texts) {
        var text = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition sign) {
                text.append(sign.getUnicode());
            } else if (part instanceof PDMarkedContent below) {
                gather(below, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    private void say(PDStructureNode node, @Nullable PDPage page) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> {
                    say(element, element.getPage() == null ? page : element.getPage());
                    said.append(' ');
                }
                case PDMarkedContentReference reference ->
                    content(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
                case Integer number -> content(page, number);
                default -> {}
            }
        }
    }

    private void content(@Nullable PDPage page, int number) {
        if (page != null) {
            said.append(pages.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(number, ""));
        }
    }
}
