package de.kreiskonzept.platform.document.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Writes a paper as PDF that anyone can read for as long as it is kept: PDF/UA-1 (ISO 14289-1) for screen readers, PDF/A-3a
 * (ISO 19005-3) for archives. Every font is inside, nothing is fetched.
 */
final class PdfFile {
    private static final String FAMILY = "Fira Sans";
    private static final String FALLBACK = "DejaVu Sans";

    private final PaperWords words;
    private final Map<Layout, String> styles;
    private final byte[] colours;
    private final List<Font> fonts;

    PdfFile(PaperWords words) {
        XRLog.setLoggerImpl(new Slf4jLogger());
        this.words = words;
        styles = styles(words);
        colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        fonts = List.of(
                Font.of(FAMILY, 400, FontStyle.NORMAL, "fira-sans/400Regular/FiraSans_400Regular.ttf"),
                Font.of(FAMILY, 400, FontStyle.ITALIC, "fira-sans/400Regular_Italic/FiraSans_400Regular_Italic.ttf"),
                Font.of(FAMILY, 600, FontStyle.NORMAL, "fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
                Font.of(FALLBACK, 400, FontStyle.NORMAL, "dejavu/DejaVuSans.ttf"));
    }

    private record Font(String family, int weight, FontStyle style, FSSupplier<InputStream> content) {
        static Font of(String family, int weight, FontStyle style, String path) {
            byte[] content = Resources.bytes("/fonts/" + path);
            return new Font(family, weight, style, () -> new ByteArrayInputStream(content));
        }
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
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(colours)
                .withProducer("Kreiskonzept")
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(Markup.of(paper, words, style), null)
                .useSVGDrawer(new BatikSVGDrawer())
                .toStream(out);
        fonts.forEach(font -> builder.useFont(font.content(), font.family(), font.weight(), font.style(), true));
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
