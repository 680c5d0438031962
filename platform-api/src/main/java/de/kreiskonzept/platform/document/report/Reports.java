package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Front.Fact;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Paper.Layout;
import de.kreiskonzept.platform.monitoring.narrative.Narratives;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes Ampel documents. What they say is read in one transaction, which is over before they are printed. */
@Singleton
public class Reports {
    /** Colour of charts on paper. */
    private static final String INK = "#16191f";

    private final Narratives narratives;
    private final Printing printing;
    private final CurrentWorkspace current;
    private final ExampleCounties examples;
    private final Texts texts;

    Reports(Narratives narratives, Printing printing, CurrentWorkspace current, ExampleCounties examples, Texts texts) {
        this.narratives = narratives;
        this.printing = printing;
        this.current = current;
        this.examples = examples;
        this.texts = texts;
    }

    /**
     * The texts of a Stand.
     *
     * @throws Refusal 404 where there is no such Stand
     */
    public Book book(UUID stand) {
        return narratives.get(stand);
    }

    /** The short form as a file, printed now if need be. */
    public byte[] print(Book book, Format format) {
        return print(book, Extent.SHORT, format);
    }

    /** The document as a file, printed now if need be. */
    byte[] print(Book book, Extent extent, Format format) {
        return printing.get(paper(book, extent, format), format);
    }

    /** The document as a file if it is there within this time; it goes on being printed otherwise. */
    Optional<byte[]> find(Book book, Extent extent, Format format, Duration patience) {
        return printing.find(paper(book, extent, format), format, patience);
    }

    /** The answer with a printed document. */
    HttpResponse<byte[]> answer(Book book, Extent extent, Format format, byte[] file) {
        var parts = List.of(
                texts.text("report.file"),
                current.get().name(),
                book.whole().stand().name(),
                format == Format.XLSX ? "" : texts.text(extent.wordKey()));
        return HttpResponse.ok(file)
                .contentType(MediaType.of(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(parts, format.ending()).disposition());
    }

    private Paper paper(Book book, Extent extent, Format format) {
        return format == Format.XLSX
                ? new Paper(front(book, extent), Layout.SHEET, ReportSheets.of(book, texts))
                : new Paper(front(book, extent), Layout.BOOK, ReportPaper.of(book, extent, texts, INK));
    }

    private Front front(Book book, Extent extent) {
        var stand = book.whole().stand();
        var rows = book.whole().rows();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.text("document.front.concept"), rows.title()));
        facts.add(new Fact(texts.text("document.front.label"), rows.label()));
        facts.add(new Fact(texts.text("report.front.stand"), stand.name()));
        facts.add(new Fact(texts.text("report.front.cutoff"), GermanTime.LONG_DAY.format(stand.cutoff())));
        facts.add(new Fact(texts.text("report.front.extent"), texts.text(extent.wordKey())));
        String edition = texts.text("report.front.edition", GermanTime.DAY.format(stand.cutoff()));
        String notice = examples.contain(current.get()) ? texts.text("document.front.example") : "";
        return new Front(current.get().name(), texts.text("report.title"), edition, List.copyOf(facts), notice);
    }
}
