package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Ampel document as a page, and as a file that is printed beside the request while a page says how far it is. */
@Hidden
@Controller("/{county}/ampel/staende/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportPages {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Reports reports;
    private final PageFrames frames;
    private final Texts texts;

    ReportPages(Reports reports, PageFrames frames, Texts texts) {
        this.reports = reports;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/dokument")
    @Produces(MediaType.TEXT_HTML)
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @Nullable @QueryValue String umfang) {
        Book book = reports.book(id);
        Extent extent = Extent.of(umfang == null ? "" : umfang);
        Map<String, Object> model = model(
                frames.of(request, "report.page.title", book.whole().stand().name()), county, book);
        model.put("extent", extent.text());
        model.put("view", ReportView.of(book, extent, texts));
        return new ModelAndView<>("report/report", model);
    }

    /** Says how far a file is; the page asks again by itself and hands the file over once it is there. */
    @Get("/dokument/{ending}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<ModelAndView<Map<String, Object>>> progress(
            HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable String ending,
            @Nullable @QueryValue String umfang) {
        Book book = reports.book(id);
        Extent extent = Extent.of(umfang == null ? "" : umfang);
        Format format = format(ending);
        boolean there = reports.find(book, extent, format, PATIENCE).isPresent();
        String file = base(county, id) + "/ampeldokument." + format.ending() + "?umfang=" + extent.text();
        Map<String, Object> model = model(frames.of(request, "report.progress.title"), county, book);
        model.put("there", there);
        model.put("file", file);
        model.put("format", format.ending());
        model.put("extent", extent.text());
        return HttpResponse.ok(new ModelAndView<>("report/progress", model))
                .header("Refresh", there ? "0; url=" + file : "1");
    }

    /** The file; whoever asks before it is printed is led to the page that says how far it is. */
    @Get("/ampeldokument.{ending}")
    @Produces(MediaType.ALL)
    HttpResponse<?> file(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable String ending,
            @Nullable @QueryValue String umfang) {
        Book book = reports.book(id);
        Extent extent = Extent.of(umfang == null ? "" : umfang);
        Format format = format(ending);
        var file = reports.find(book, extent, format, PATIENCE);
        return file.isPresent()
                ? reports.answer(book, extent, format, file.get())
                : HttpResponse.seeOther(
                        URI.create(base(county, id) + "/dokument/" + format.ending() + "?umfang=" + extent.text()));
    }

    private static Format format(String ending) {
        return Arrays.stream(Format.values())
                .filter(format -> format.ending().equals(ending))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Map<String, Object> model(PageFrame page, String county, Book book) {
        var stand = book.whole().stand();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                        new Crumb(page.t("stand.list.title"), "/" + county + "/ampel/staende"),
                        new Crumb(stand.name(), base(county, stand.id())),
                        Crumb.here(page.t("report.title"))));
        model.put("base", base(county, stand.id()));
        model.put("book", book);
        model.put("day", GermanTime.DAY);
        return model;
    }

    private static String base(String county, UUID id) {
        return "/" + county + "/ampel/staende/" + id;
    }
}
