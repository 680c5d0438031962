package de.kreiskonzept.platform.participation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.Conference;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conferences: their list, one of them with what was suggested, and the form for it. */
@Hidden
@Controller("/{county}/konferenzen")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConferencePages {
    /** How days are written. */
    private final Conferences conferences;

    private final ConferenceStore store;
    private final PageFrames frames;
    private final Texts texts;

    ConferencePages(Conferences conferences, ConferenceStore store, PageFrames frames, Texts texts) {
        this.conferences = conferences;
        this.store = store;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, SignedIn who) {
        PageFrame page = frames.of(request, "participation.list.title");
        return new ModelAndView<>(
                "participation/list",
                Map.of(
                        "page", page.withBreadcrumb(start(page, county), Crumb.here(page.title())),
                        "base", base(county),
                        "conferences", store.list(),
                        "lead", who.role().equals(Roles.LEAD),
                        "day", GermanTime.DAY));
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        return form(request, county, new ConferenceForm("", "", "", "", ""), null, FormErrors.none());
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        ConferenceForm form = ConferenceForm.of(fields);
        FormErrors errors = form.errors(texts);
        return errors.isEmpty()
                ? see(county, conferences.create(form, who))
                : HttpResponse.unprocessableEntity().body(form(request, county, form, null, errors));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Conferences.Whole whole = conferences.getWhole(id);
        PageFrame page =
                frames.of(request, "participation.title", whole.conference().name());
        return new ModelAndView<>(
                "participation/conference",
                Map.of(
                        "page",
                        page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())),
                        "home",
                        "/" + county + "/",
                        "base",
                        base(county) + "/" + id,
                        "whole",
                        whole,
                        "lead",
                        who.role().equals(Roles.LEAD),
                        "day",
                        GermanTime.DAY));
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        Conference conference = conferences.get(id);
        return form(request, county, ConferenceForm.of(conference), conference, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Conference conference = conferences.get(id);
        ConferenceForm form = ConferenceForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, form, conference, errors));
        }
        conferences.change(id, FieldChecks.version(fields), form, who);
        return see(county, id);
    }

    @Get("/{id}/loeschen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id) {
        Conferences.Whole whole = conferences.getWhole(id);
        PageFrame page = frames.of(request, "participation.delete.title");
        return new ModelAndView<>(
                "participation/delete",
                Map.of(
                        "page",
                        page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())),
                        "base",
                        base(county) + "/" + id,
                        "whole",
                        whole));
    }

    @Post("/{id}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        conferences.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county)));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request,
            String county,
            ConferenceForm form,
            @Nullable Conference conference,
            FormErrors errors) {
        PageFrame page = frames.of(request, conference == null ? "participation.new" : "participation.edit")
                .withErrors(errors);
        String here = base(county) + (conference == null ? "" : "/" + conference.id());
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())));
        model.put("action", here + (conference == null ? "" : "/bearbeiten"));
        model.put("cancel", here);
        model.put("version", conference == null ? "" : String.valueOf(conference.version()));
        model.put("form", form);
        return new ModelAndView<>("participation/form", model);
    }

    /** Address of the conferences of a county. */
    static String base(String county) {
        return "/" + county + "/konferenzen";
    }

    /** Answers with the page of the conference. */
    static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    /** The start page in the breadcrumb. */
    static Crumb start(PageFrame page, String county) {
        return new Crumb(page.t("participation.crumb.start"), "/" + county + "/");
    }

    /** The list of conferences in the breadcrumb. */
    static Crumb all(PageFrame page, String county) {
        return new Crumb(page.t("participation.list.title"), base(county));
    }
}
