package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.pdf.AccessiblePdf;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The certificates of deletions, as data and as a page that people read. */
@Singleton
public final class Certificates {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final AccessiblePdf pdf = new AccessiblePdf();
    private final Deletions deletions;
    private final ObjectMapper json;
    private final Texts texts;
    private final Moments moments;

    Certificates(Deletions deletions, ObjectMapper json, Texts texts, Moments moments) {
        this.deletions = deletions;
        this.json = json;
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * The certificate of the deletion of this county.
     *
     * @throws Refusal 404 while there is none
     */
    public Certificate get(UUID tenant) {
        try {
            return Objects.requireNonNull(json.readValue(json(tenant), Certificate.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same as JSON, as it was stored.
     *
     * @throws Refusal 404 while there is none
     */
    public String json(UUID tenant) {
        return deletions.findCertificate(tenant).orElseThrow(Refusal::notFound);
    }

    /**
     * The same as PDF/UA-1 and PDF/A-3a.
     *
     * @throws Refusal 404 while there is none
     */
    public byte[] pdf(UUID tenant) {
        var page = new StringOutput();
        templates.render(
                "deletion/certificate.jte",
                Map.of("certificate", get(tenant), "texts", texts, "moments", moments),
                page);
        var file = new ByteArrayOutputStream();
        try {
            pdf.of(styled(page.toString())).toStream(file).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static Document styled(String page) throws IOException {
        try (var css = Certificates.class.getResourceAsStream("/deletion/certificate.css")) {
            if (css == null) {
                throw new IllegalStateException("the build has left out the style of certificates");
            }
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
            var style = document.createElement("style");
            style.setTextContent(new String(css.readAllBytes(), StandardCharsets.UTF_8));
            document.getElementsByTagName("head").item(0).appendChild(style);
            return document;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
