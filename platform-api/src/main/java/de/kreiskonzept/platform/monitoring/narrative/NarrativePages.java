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
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of a Stand: their list, and each part with its form. */
@Hidden
@Controller("/{county}/ampel/staende/{id}/texte")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class NarrativePages {
    private final Narratives narratives;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    NarrativePages(Narratives narratives, PageFrames frames, Texts texts, Clock clock) {
        this.narratives = narratives;
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
        return form(request, county, book, new Sheet(one, values(one.texts()), FormErrors.none()));
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(
            HttpRequest<?> request, String county, UUID id, String part, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Book book = narratives.get(id);
        Part one = book.get(part);
        Map<String, String> typed = typed(fields);
        FormErrors errors = check(typed);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, book, new Sheet(one, typed, errors)));
        }
        try {
            narratives.tell(id, part, FieldChecks.version(fields), said(typed), who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = FormErrors.none().with("", texts.text("narrative.fault.stale"));
            Book now = narratives.get(id);
            var view = form(request, county, now, new Sheet(now.get(part), typed, stale));
            view.getModel().ifPresent(model -> model.put("other", true));
            return answer.body(view);
        }
        return HttpResponse.seeOther(URI.create(base(county, id) + "?gespeichert=ja"));
    }

    private FormErrors check(Map<String, String> typed) {
        FormErrors errors = FormErrors.none();
        for (var field : typed.entrySet()) {
            String label = texts.text("narrative.field." + field.getKey());
            if (field.getValue().length() > TextLimits.TEXT) {
                errors = errors.with(field.getKey(), texts.text("narrative.fault.long", TextLimits.TEXT, label));
            } else if (field.getValue().indexOf('\0') >= 0) {
                errors = errors.with(field.getKey(), texts.text("narrative.fault.nul", TextLimits.TEXT, label));
            }
        }
        return errors;
    }

    private static Map<String, String> values(NarrativeTexts said) {
        var values = new LinkedHashMap<String, String>();
        values.put("summary", said.summary());
        values.put("narrative", said.narrative());
        values.put("highlights", said.highlights());
        values.put("notPursued", said.notPursued());
        return values;
    }

    private static Map<String, String> typed(Map<String, Object> fields) {
        var typed = values(new NarrativeTexts("", "", "", ""));
        typed.replaceAll((name, _) -> FieldChecks.field(fields, name));
        return typed;
    }

    private static NarrativeTexts said(Map<String, String> typed) {
        return new NarrativeTexts(
                typed.getOrDefault("summary", ""),
                typed.getOrDefault("narrative", ""),
                typed.getOrDefault("highlights", ""),
                typed.getOrDefault("notPursued", ""));
    }

    /** What stands in the form. */
    private record Sheet(Part part, Map<String, String> values, FormErrors errors) {}

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, Book book, Sheet sheet) {
        Part part = sheet.part();
        String name = part.sectionId() == null ? texts.text("narrative.part.whole") : part.name();
        PageFrame page = frames.of(request, "narrative.form.title", name).withErrors(sheet.errors());
        UUID id = book.whole().stand().id();
        var model = model(county, book);
        model.put(
                "page",
                page.withBreadcrumb(crumbs(
                        page,
                        county,
                        book,
                        new Crumb(page.t("narrative.crumb.texts"), base(county, id)),
                        Crumb.here(name))));
        model.put("part", part);
        model.put("values", sheet.values());
        model.put("stored", values(part.texts()));
        model.put("proposed", values(part.proposed()));
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
