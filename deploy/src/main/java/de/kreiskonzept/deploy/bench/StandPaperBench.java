package de.kreiskonzept.deploy.bench;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.report.Reports;
import de.kreiskonzept.platform.monitoring.narrative.NarrativeTexts;
import de.kreiskonzept.platform.monitoring.narrative.Narratives;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;

/**
 * The time that the Ampel document of the Konstanz example takes, its rows read and all, against the library alone that prints as many
 * pages with one word on each. One sentence is another each time, because an unchanged document is printed only once.
 */
final class StandPaperBench {
    private static final double GOAL = 3;

    private final BenchSystem system;
    private int printed;

    StandPaperBench(BenchSystem system) {
        this.system = system;
    }

    void run() throws Exception {
        int pages;
        try (var document = Loader.loadPDF(print())) {
            pages = document.getNumberOfPages();
        }
        System.out.printf("Ampel document: %d pages%n", pages);
        Timing.compare("report-pdf", GOAL, () -> print().length, () -> empty(pages));
    }

    private byte[] print() throws Exception {
        printed++;
        return system.in(0, platform -> {
            Book book = platform.getBean(Narratives.class).get(UUID.fromString(system.standId()));
            var said = book.parts().stream().collect(Collectors.toMap(Part::key, this::texts));
            return platform.getBean(Reports.class).print(book.saying(said, book.ampel()), Format.PDF);
        });
    }

    private NarrativeTexts texts(Part part) {
        NarrativeTexts said = part.texts();
        return new NarrativeTexts(
                said.summary() + "\n\nDruck " + printed + ".", said.narrative(), said.highlights(), said.notPursued());
    }

    private static int empty(int pages) throws IOException {
        String page = "<p style=\"page-break-after: always\">Seite</p>";
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent("<html><body>" + page.repeat(pages - 1) + "<p>Seite</p></body></html>", null)
                .toStream(bytes)
                .run();
        return bytes.size();
    }
}
