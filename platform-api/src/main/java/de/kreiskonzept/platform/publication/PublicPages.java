package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.report.ReportView;
import de.kreiskonzept.platform.monitoring.AmpelWords;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What anybody sees of a county: overview, Ampel document, concept, accessibility statement. */
@Hidden
@Controller("/{county}/oeffentlich")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class PublicPages {

    private final Kept kept;
    private final PublicFrames frames;
    private final CurrentWorkspace current;
    private final Texts texts;
    private final Clock clock;

    PublicPages(Kept kept, PublicFrames frames, CurrentWorkspace current, Texts texts, Clock clock) {
        this.kept = kept;
        this.frames = frames;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> overview(HttpRequest<?> request, String county) {
        return kept.answer(request, shown -> {
            PageFrame page = frames.of("publication.title", current.get().name());
            var model = model(page, shown);
            model.put("plain", ReportView.text(shown.settings().plainText()));
            Book book = shown.book();
            if (book != null) {
                model.put(
                        "words",
                        new AmpelWords(
                                page,
                                book.profile(),
                                GermanTime.minute(clock.getZone()),
                                book.whole().rows().vocabulary()));
            }
            return new ModelAndView<>("publication/overview", model);
        });
    }

    @Get("/ampel")
    HttpResponse<?> report(HttpRequest<?> request, String county) {
        return kept.answer(request, shown -> {
            Book book = shown.book();
            if (book == null) {
                throw Refusal.notFound();
            }
            var model = model(
                    crumbed(frames.of("report.page.title", book.whole().stand().name()), "report.title"), shown);
            model.put("view", ReportView.of(book, texts));
            return new ModelAndView<>("publication/report", model);
        });
    }

    @Get("/konzept")
    HttpResponse<?> concept(HttpRequest<?> request, String county) {
        return kept.answer(request, shown -> {
            var concept = shown.concept();
            if (concept == null) {
                throw Refusal.notFound();
            }
            var model = model(
                    crumbed(
                            frames.of(
                                    "publication.concept.title",
                                    concept.concept().title()),
                            "publication.concept.crumb"),
                    shown);
            return new ModelAndView<>("publication/concept", model);
        });
    }

    @Get("/barrierefreiheit")
    HttpResponse<?> statement(HttpRequest<?> request, String county) {
        return kept.answer(request, shown -> {
            var model = model(crumbed(frames.of("publication.statement.title"), "publication.statement.title"), shown);
            model.put("known", ReportView.text(shown.settings().statement()));
            return new ModelAndView<>("publication/statement", model);
        });
    }

    private PageFrame crumbed(PageFrame page, String last) {
        return page.withBreadcrumb(
                new Crumb(page.t("publication.nav.start"), PublicFrames.home(current.get())), Crumb.here(page.t(last)));
    }

    private Map<String, Object> model(PageFrame page, Shown shown) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("home", PublicFrames.home(current.get()));
        model.put("county", current.get().name());
        model.put("shown", shown);
        model.put("day", GermanTime.day(clock.getZone()));
        return model;
    }
}
