package de.kreiskonzept.platform.document.paper;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import de.kreiskonzept.foundation.pdf.AccessiblePdf;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Writes a paper as PDF that anyone can read for as long as it is kept. */
final class PdfFile {
    private final AccessiblePdf pdf = new AccessiblePdf();
    private final PaperWords words;
    private final Map<Layout, String> styles;

    PdfFile(PaperWords words) {
        this.words = words;
        styles = styles(words);
    }

    private static Map<Layout, String> styles(PaperWords words) {
        String book = text("/paper/paper.css").replace("$page", words.page());
        return Map.of(Layout.BOOK, book, Layout.SHEET, book + text("/paper/sheet.css"));
    }

    private static String text(String path) {
        return new String(Resources.bytes(path), StandardCharsets.UTF_8);
    }

    /**
     * Writes the file; the stream stays open.
     *
     * @param source the same paper as Word file, which the file carries along; empty for none
     */
    void write(Paper paper, byte[] source, OutputStream out) throws IOException {
        String style = styles.getOrDefault(paper.layout(), "");
        var builder = pdf.of(Markup.of(paper, words, style))
                .useSVGDrawer(new BatikSVGDrawer())
                .toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            if (source.length > 0) {
                renderer.setListener(new Carried(source, words.source()));
            }
            renderer.createPDF();
        }
    }

    /**
     * The paper as Word file inside of its PDF, which PDF/A-3 (ISO 19005-3, 6.8) allows with a word about how both belong together. It
     * says what the pages say, and nothing else. Stored as it is, so that a reader need not unpack what might grow without end.
     */
    private static final class Carried implements PDFCreationListener {
        private static final String NAME = "konzept.docx";

        private final byte[] file;
        private final String description;

        Carried(byte[] file, String description) {
            this.file = file;
            this.description = description;
        }

        @Override
        public void preOpen(PdfBoxRenderer renderer) {
            // Nothing is known of the file yet.
        }

        @Override
        public void preWrite(PdfBoxRenderer renderer, int pageCount) {
            // The pages do not show it.
        }

        @Override
        public void onClose(PdfBoxRenderer renderer) {
            try {
                into(renderer.getPdfDocument());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void into(PDDocument document) throws IOException {
            var content = new PDEmbeddedFile(document, new ByteArrayInputStream(file));
            content.setSubtype(Format.DOCX.mediaType());
            content.setSize(file.length);
            content.setModDate(document.getDocumentInformation().getCreationDate());
            var entry = new PDComplexFileSpecification();
            entry.setFile(NAME);
            entry.setFileUnicode(NAME);
            entry.setFileDescription(description);
            entry.setEmbeddedFile(content);
            entry.setEmbeddedFileUnicode(content);
            entry.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(NAME, entry));
            var catalog = document.getDocumentCatalog();
            var names = new PDDocumentNameDictionary(catalog);
            names.setEmbeddedFiles(files);
            catalog.setNames(names);
            var associated = new COSArray();
            associated.add(entry);
            catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        }
    }
}
