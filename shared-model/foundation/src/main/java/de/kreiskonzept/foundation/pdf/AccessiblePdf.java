package de.kreiskonzept.foundation.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.w3c.dom.Document;

/**
 * Makes PDF of trees of HTML elements: PDF/UA-1 (ISO 14289-1) for screen readers, PDF/A-3a (ISO 19005-3) for archives. Every font is
 * inside, nothing is fetched. The tree names its language and its title, and has its style inside; families are "Fira Sans" and, for other
 * signs, "DejaVu Sans".
 */
public final class AccessiblePdf {
    private static final String FAMILY = "Fira Sans";
    private static final String FALLBACK = "DejaVu Sans";

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final List<Font> fonts = List.of(
            Font.of(FAMILY, 400, FontStyle.NORMAL, "fira-sans/400Regular/FiraSans_400Regular.ttf"),
            Font.of(FAMILY, 400, FontStyle.ITALIC, "fira-sans/400Regular_Italic/FiraSans_400Regular_Italic.ttf"),
            Font.of(FAMILY, 600, FontStyle.NORMAL, "fira-sans/600SemiBold/FiraSans_600SemiBold.ttf"),
            Font.of(FALLBACK, 400, FontStyle.NORMAL, "dejavu/DejaVuSans.ttf"));

    /** Reads the fonts, which takes a moment: one is enough for a program. */
    public AccessiblePdf() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private record Font(String family, int weight, FontStyle style, FSSupplier<InputStream> content) {
        static Font of(String family, int weight, FontStyle style, String path) {
            byte[] content = read("/fonts/" + path);
            return new Font(family, weight, style, () -> new ByteArrayInputStream(content));
        }

        private static byte[] read(String path) {
            try (var in = AccessiblePdf.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("the build has left out " + path);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Everything but the stream that the file goes to. */
    public PdfRendererBuilder of(Document html) {
        var builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(colours)
                .withProducer("Kreiskonzept")
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(html, null);
        fonts.forEach(font -> builder.useFont(font.content(), font.family(), font.weight(), font.style(), true));
        return builder;
    }
}
