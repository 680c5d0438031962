package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.AmpelGrid;
import de.kreiskonzept.platform.document.Grid;
import de.kreiskonzept.platform.document.SemicolonText;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.report.Reports;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** The released Stand as open data and as PDF. */
@Hidden
@Controller("/{county}/oeffentlich")
@Secured(SecurityRule.IS_ANONYMOUS)
class PublicFiles {
    private static final String JSON_LD = "application/ld+json";

    private final Kept kept;
    private final OpenData data;
    private final Reports reports;
    private final ExampleCounties examples;
    private final Texts texts;

    PublicFiles(Kept kept, OpenData data, Reports reports, ExampleCounties examples, Texts texts) {
        this.kept = kept;
        this.data = data;
        this.reports = reports;
        this.examples = examples;
        this.texts = texts;
    }

    @Get("/ampel.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> json(HttpRequest<?> request, String county) {
        return open(kept.answer(request, data::of));
    }

    @Get("/ampel.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<?> csv(HttpRequest<?> request, String county) {
        return open(kept.answer(request, shown -> SemicolonText.write(table(book(shown)))));
    }

    @Get("/metadaten.jsonld")
    @Produces(JSON_LD)
    HttpResponse<?> metadata(HttpRequest<?> request, String county) {
        return open(kept.answer(request, data::metadata));
    }

    @Get("/ampeldokument.pdf")
    @Produces(Format.PDF_TYPE)
    HttpResponse<?> document(HttpRequest<?> request, String county) {
        return kept.answer(request, shown -> reports.print(book(shown), Format.PDF))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"ampeldokument.pdf\"");
    }

    private Grid table(Book book) {
        Grid grid = AmpelGrid.of(book.ampel(), book.profile(), texts);
        return examples.containCurrent()
                ? grid.with(texts.text("document.note"), texts.text("frame.exampleData"))
                : grid;
    }

    private static Book book(Shown shown) {
        return Optional.ofNullable(shown.book()).orElseThrow(Refusal::notFound);
    }

    // Open data may be read by pages of others.
    private static HttpResponse<?> open(MutableHttpResponse<?> answer) {
        return answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
