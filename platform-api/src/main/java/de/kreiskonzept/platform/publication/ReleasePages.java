package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the lead opens a Stand to anybody and writes what stands around it. */
@Hidden
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ReleasePages {
    private static final List<String> FIELDS = List.of("plainText", "licence", "statement", "email");

    private final Publishing publishing;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    ReleasePages(Publishing publishing, PageFrames frames, Texts texts, Clock clock) {
        this.publishing = publishing;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get("/ampel/staende/{id}/veroeffentlichen")
    ModelAndView<Map<String, Object>> ask(HttpRequest<?> request, String county, UUID id) {
        return ask(request, county, publishing.get(id), FormErrors.none());
    }

    private ModelAndView<Map<String, Object>> ask(HttpRequest<?> request, String county, Book book, FormErrors errors) {
        PageFrame page = frames.of(request, "publication.release.title").withErrors(errors);
        var stand = book.whole().stand();
        String here = "/" + county + "/ampel/staende/" + stand.id();
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                        new Crumb(page.t("stand.list.title"), "/" + county + "/ampel/staende"),
                        new Crumb(stand.name(), here),
                        Crumb.here(page.title())));
        model.put("name", stand.name());
        model.put("action", request.getPath());
        model.put("back", here);
        model.put("unread", book.unwritten());
        model.put("first", publishing.list().isEmpty());
        return new ModelAndView<>("publication/release", model);
    }

    @Post("/ampel/staende/{id}/veroeffentlichen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> release(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Book book = publishing.get(id);
        if (!book.unwritten().isEmpty() && FieldChecks.field(fields, "unread").isEmpty()) {
            var errors = FormErrors.none().with("unread", texts.text("publication.fault.unread"));
            return HttpResponse.unprocessableEntity().body(ask(request, county, book, errors));
        }
        publishing.release(id, who);
        return HttpResponse.seeOther(URI.create("/" + county + "/veroeffentlichung?erledigt=veroeffentlicht"));
    }

    @Get("/veroeffentlichung")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, @Nullable @QueryValue String erledigt) {
        Notice notice = erledigt == null
                ? null
                : Notice.success(texts.text(
                        erledigt.equals("veroeffentlicht")
                                ? "publication.release.done"
                                : "publication.settings.saved"));
        return view(request, county, fields(publishing.settings()), FormErrors.none(), notice);
    }

    @Post("/veroeffentlichung")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        var typed = new LinkedHashMap<String, String>();
        FIELDS.forEach(name -> typed.put(name, FieldChecks.field(fields, name)));
        FormErrors errors = check(typed);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(request, county, typed, errors, null));
        }
        try {
            publishing.change(settings(typed, FieldChecks.version(fields)), who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = FormErrors.none().with("", texts.text("publication.fault.stale"));
            return answer.body(view(request, county, typed, stale, null));
        }
        return HttpResponse.seeOther(URI.create("/" + county + "/veroeffentlichung?erledigt=gespeichert"));
    }

    private FormErrors check(Map<String, String> typed) {
        FormErrors errors = FormErrors.none();
        for (String name : List.of("plainText", "statement")) {
            errors = errors.withLimit(name, typed.getOrDefault(name, ""), TextLimits.TEXT, texts);
        }
        if (Licence.find(typed.getOrDefault("licence", "")).isEmpty()) {
            errors = errors.with("licence", texts.text("publication.fault.licence"));
        }
        String email = typed.getOrDefault("email", "");
        return email.isEmpty() || Mail.isAddress(email)
                ? errors
                : errors.with("email", texts.text("publication.fault.email"));
    }

    private static Map<String, String> fields(Settings settings) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("plainText", settings.plainText());
        fields.put("licence", settings.licence().text());
        fields.put("statement", settings.statement());
        fields.put("email", settings.email());
        return fields;
    }

    private static Settings settings(Map<String, String> typed, long version) {
        return new Settings(
                typed.getOrDefault("plainText", ""),
                Licence.find(typed.getOrDefault("licence", "")).orElse(Licence.DL_DE_BY),
                typed.getOrDefault("statement", ""),
                typed.getOrDefault("email", ""),
                version);
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request,
            String county,
            Map<String, String> typed,
            FormErrors errors,
            @Nullable Notice notice) {
        Settings stored = publishing.settings();
        PageFrame page = frames.of(request, "publication.settings.title").withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                (notice == null ? page : page.withNotice(notice))
                        .withBreadcrumb(
                                new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                                new Crumb(page.t("stand.list.title"), "/" + county + "/ampel/staende"),
                                Crumb.here(page.title())));
        model.put("county", county);
        model.put("typed", typed);
        model.put("version", stored.version());
        model.put("stored", errors.find("").isPresent() ? fields(stored) : Map.<String, String>of());
        model.put(
                "licences",
                Arrays.stream(Licence.values())
                        .map(one -> Choice.of(one.text(), one.title()))
                        .toList());
        model.put("releases", publishing.list());
        model.put("time", time);
        return new ModelAndView<>("publication/settings", model);
    }
}
