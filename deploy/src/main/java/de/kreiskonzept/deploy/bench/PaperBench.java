package de.kreiskonzept.deploy.bench;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;

/**
 * The time that the papers of the Konstanz example take over HTTP with a token, rows read and all, against the library alone
 * that writes the same lines of text without structure, tags, fonts or styles.
 */
final class PaperBench {
    private static final Pattern VERSION = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final BenchSystem system;
    private final BenchCounty county;

    PaperBench(BenchSystem system) {
        this.system = system;
        this.county = system.counties().getFirst();
    }

    void run() throws Exception {
        UUID version = version();
        String papers = "/versions/" + version;
        List<String> book = lines(get(papers + "/concept.pdf"));
        List<String> annex = lines(get(papers + "/annex-2.pdf"));
        System.out.printf("papers: %d lines of the concept, %d of Anlage 2%n", book.size(), annex.size());
        Timing.compare("concept-pdf", 3, () -> get(papers + "/concept.pdf").length, () -> pdf(book));
        Timing.compare("concept-docx", 2, () -> get(papers + "/concept.docx").length, () -> word(book));
        Timing.compare("annex-xlsx", 0.3, () -> get(papers + "/annex-2.xlsx").length, () -> sheet(annex));
    }

    private UUID version() throws Exception {
        Matcher found = VERSION.matcher(new String(get("/versions"), StandardCharsets.UTF_8));
        if (!found.find()) {
            throw new IOException("the platform lists no version");
        }
        return UUID.fromString(found.group(1));
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + system.port() + "/api/v1/" + county.slug() + path))
                .header("Authorization", "Bearer " + county.token())
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("the platform answers " + answer.statusCode() + " to " + path);
        }
        return answer.body();
    }

    private static List<String> lines(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).lines().toList();
        }
    }

    private static int pdf(List<String> lines) throws IOException {
        var page = new StringBuilder("<html><body>");
        lines.forEach(line -> page.append("<p>")
                .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</p>"));
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent(page.append("</body></html>").toString(), null)
                .toStream(bytes)
                .run();
        return bytes.size();
    }

    private static int word(List<String> lines) throws Docx4JException {
        var file = WordprocessingMLPackage.createPackage();
        lines.forEach(file.getMainDocumentPart()::addParagraphOfText);
        var bytes = new ByteArrayOutputStream();
        file.save(bytes);
        return bytes.size();
    }

    private static int sheet(List<String> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Bench");
            for (int row = 0; row < lines.size(); row++) {
                sheet.value(row, 0, lines.get(row));
            }
            sheet.finish();
        }
        return bytes.size();
    }
}
