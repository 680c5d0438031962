package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of a Stand: their list, and each part with its form. */
@Hidden
@Controller("/{county}/ampel/staende/{id}/texte")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class NarrativePages {
    private final Narratives narratives;
    private final PlainDrafts drafts;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    NarrativePages(Narratives narratives, PlainDrafts drafts, PageFrames frames, Texts texts, Clock clock) {
        this.narratives = narratives;
        this.drafts = drafts;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String gespeichert) {
        Book book = narratives.get(id);
        PageFrame page = frames.of(
                        request, "narrative.title", book.whole().stand().name())
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("narrative.saved")));
        var model = model(county, book);
        model.put("page", page.withBreadcrumb(crumbs(page, county, book, Crumb.here(page.t("narrative.crumb.texts")))));
        return new ModelAndView<>("narrative/list", model);
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id, String part) {
        Book book = narratives.get(id);
        Part one = book.get(part);
        Optional<PlainDrafts.Form> draft = NarrativeForm.draft(book, one);
        var offer = draft.flatMap(form -> drafts.offer(request, county, form));
        if (offer.isPresent()) {
            return offer.get();
        }
        var begun = draft.map(form -> drafts.begin(request, form))
                .orElseGet(() ->
                        new PlainDrafts.Begun(NarrativeForm.of(one.texts()).values(), one.version()));
        return form(request, county, book, new Sheet(one, begun, FormErrors.none()));
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(
            HttpRequest<?> request, String county, UUID id, String part, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Book book = narratives.get(id);
        Part one = book.get(part);
        NarrativeForm typed = NarrativeForm.of(fields);
        long version = FieldChecks.version(fields);
        FormErrors errors = typed.errors(texts);
        if (!errors.isEmpty()) {
            var sheet = new Sheet(one, new PlainDrafts.Begun(typed.values(), version), errors);
            return HttpResponse.unprocessableEntity().body(form(request, county, book, sheet));
        }
        try {
            narratives.tell(id, part, version, typed.texts(), who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = FormErrors.none().with("", texts.text("narrative.fault.stale"));
            Book now = narratives.get(id);
            Part other = now.get(part);
            var over = new PlainDrafts.Begun(typed.values(), other.version());
            var view = form(request, county, now, new Sheet(other, over, stale));
            view.getModel().ifPresent(model -> model.put("other", true));
            return answer.body(view);
        }
        NarrativeForm.draft(book, one).ifPresent(form -> drafts.end(form, who));
        return HttpResponse.seeOther(URI.create(base(county, id) + "?gespeichert=ja"));
    }

    /** What stands in the form. */
    private record Sheet(Part part, PlainDrafts.Begun begun, FormErrors errors) {}

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, Book book, Sheet sheet) {
        Part part = sheet.part();
        String name = part.sectionId() == null ? texts.text("narrative.part.whole") : part.name();
        PageFrame page = frames.of(request, "narrative.form.title", name).withErrors(sheet.errors());
        UUID id = book.whole().stand().id();
        var model = model(county, book);
        NarrativeForm.draft(book, part).ifPresent(form -> model.putAll(drafts.beat(request, county, form)));
        model.put(
                "page",
                page.withBreadcrumb(crumbs(
                        page,
                        county,
                        book,
                        new Crumb(page.t("narrative.crumb.texts"), base(county, id)),
                        Crumb.here(name))));
        model.put("part", part);
        model.put("values", sheet.begun().fields());
        model.put("version", sheet.begun().version());
        model.put("stored", NarrativeForm.of(part.texts()).values());
        model.put("proposed", NarrativeForm.of(part.proposed()).values());
        model.put("other", false);
        return new ModelAndView<>("narrative/form", model);
    }

    private Map<String, Object> model(String county, Book book) {
        var model = new HashMap<String, Object>();
        model.put("base", base(county, book.whole().stand().id()));
        model.put("book", book);
        model.put("time", time);
        return model;
    }

    private static Crumb[] crumbs(PageFrame page, String county, Book book, Crumb... last) {
        String stands = "/" + county + "/ampel/staende";
        var crumbs = new Crumb[last.length + 3];
        crumbs[0] = new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel");
        crumbs[1] = new Crumb(page.t("stand.list.title"), stands);
        crumbs[2] = new Crumb(
                book.whole().stand().name(), stands + "/" + book.whole().stand().id());
        System.arraycopy(last, 0, crumbs, 3, last.length);
        return crumbs;
    }

    private static String base(String county, UUID id) {
        return "/" + county + "/ampel/staende/" + id + "/texte";
    }
}
