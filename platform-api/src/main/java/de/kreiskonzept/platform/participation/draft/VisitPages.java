package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.participation.draft.Contributing.Visit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the holder of a link to a draft reads and says, without an account: that draft, nothing else. */
@Hidden
@Controller("/{county}/mitreden/{link}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class VisitPages {
    /** Refusals after which the form comes back, so that nothing that was typed is lost. */
    private static final Set<HttpStatus> KEPT = Set.of(HttpStatus.GONE, HttpStatus.TOO_MANY_REQUESTS);

    private final Contributing contributing;
    private final PageFrames frames;
    private final Texts texts;

    VisitPages(Contributing contributing, PageFrames frames, Texts texts) {
        this.contributing = contributing;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> draft(
            HttpRequest<?> request, String county, String link, @Nullable @QueryValue String gesendet) {
        Visit visit = contributing.byLink(link);
        PageFrame page =
                frames.of(request, "commenting.visit.title", visit.round().name());
        if (gesendet != null) {
            page = page.withNotice(new Notice(
                    Notice.Kind.SUCCESS, texts.text("commenting.visit.sent"), texts.text("commenting.visit.sentText")));
        }
        return new ModelAndView<>("commenting/visit", model(page, visit, base(county, link)));
    }

    @Get("/beitrag")
    ModelAndView<Map<String, Object>> write(
            HttpRequest<?> request, String county, String link, @Nullable @QueryValue String ort) {
        Visit visit = contributing.byLink(link);
        if (!visit.open()) {
            throw new Refusal(HttpStatus.GONE, "comments-over", "commenting.refused.over");
        }
        ContributionForm form = ContributionForm.begin(ort == null ? "" : ort);
        if (!form.place().isEmpty() && visit.text().find(form.place()).isEmpty()) {
            throw Refusal.notFound();
        }
        return form(request, visit, base(county, link), form, FormErrors.none());
    }

    @Post("/beitrag")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, String county, String link, @Body Map<String, Object> fields) {
        Visit visit = contributing.byLink(link);
        ContributionForm form = ContributionForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, visit, base(county, link), form, errors));
        }
        try {
            contributing.contribute(visit, form);
        } catch (Refusal refusal) {
            if (!KEPT.contains(refusal.status())) {
                throw refusal;
            }
            errors = errors.with("text", refusal.sentence(texts));
            var answer = HttpResponse.status(refusal.status());
            refusal.retryAfter()
                    .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
            return answer.body(form(request, visit, base(county, link), form, errors));
        }
        String anchor = form.place().isEmpty() ? "" : "#teil-" + form.place();
        return HttpResponse.seeOther(URI.create(base(county, link) + "?gesendet=ja" + anchor));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, Visit visit, String base, ContributionForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "commenting.write.title").withErrors(errors);
        var model = model(page, visit, base);
        model.put("form", form);
        model.put("part", visit.text().find(form.place()).orElse(null));
        return new ModelAndView<>("commenting/write", model);
    }

    private static Map<String, Object> model(PageFrame page, Visit visit, String base) {
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("visit", visit);
        model.put("base", base);
        model.put("deadline", visit.round().deadline().format(GermanTime.DAY));
        return model;
    }

    private static String base(String county, String link) {
        return "/" + county + "/mitreden/" + link;
    }
}
