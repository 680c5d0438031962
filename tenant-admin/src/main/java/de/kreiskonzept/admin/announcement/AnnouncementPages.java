package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Announcements on the console: their list, the form, and one as counties will see it. */
@Hidden
@Controller(AnnouncementPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class AnnouncementPages {
    static final String PATH = "/mitteilungen";

    private final Announcing announcing;
    private final Counties counties;
    private final PageFrames frames;
    private final Moments moments;
    private final Texts texts;

    AnnouncementPages(Announcing announcing, Counties counties, PageFrames frames, Moments moments, Texts texts) {
        this.announcing = announcing;
        this.counties = counties;
        this.frames = frames;
        this.moments = moments;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, SignedIn who, @QueryValue(defaultValue = "1") int page) {
        var number = Math.clamp(page, 1, 100_000);
        return new ModelAndView<>(
                "announcement/list",
                Map.of(
                        "page", frames.of(request, "announcement.list.title"),
                        "announcements", announcing.list((number - 1L) * ListPart.USUAL, ListPart.USUAL),
                        "paging", new Paging(number, ListPart.USUAL, announcing.count(), PATH),
                        "operator", who.role().equals(Roles.OPERATOR),
                        "moments", moments));
    }

    @Get("/neu")
    @Secured(Roles.OPERATOR)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request) {
        var now = moments.now();
        return form(request, null, AnnouncementForm.empty(now.toInstant(), moments.zone()), FormErrors.none());
    }

    @Post
    @Secured(Roles.OPERATOR)
    HttpResponse<?> create(HttpRequest<?> request, SignedIn who, @Body AnnouncementForm form) {
        var errors = form.errors(texts, moments.zone(), counties);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, null, form, errors));
        }
        return see(announcing
                .create(form.announcement(moments.zone(), counties), actor(who))
                .id());
    }

    /** One as counties will see it. */
    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, SignedIn who, UUID id) {
        var announced = announcing.get(id);
        var page = frames.of(request, "announcement.show.title");
        return new ModelAndView<>(
                "announcement/show",
                Map.of(
                        "page", crumbs(page),
                        "announced", announced,
                        "counties", counties.of(announced.announcement().audience()),
                        "operator", who.role().equals(Roles.OPERATOR),
                        "moments", moments));
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.OPERATOR)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, UUID id) {
        var stored = announcing.get(id);
        var form = AnnouncementForm.of(stored, counties.of(stored.announcement().audience()), moments.zone());
        return form(request, id, form, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> change(HttpRequest<?> request, SignedIn who, UUID id, @Body AnnouncementForm form) {
        var errors = form.errors(texts, moments.zone(), counties);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, id, form, errors));
        }
        try {
            announcing.change(id, form.read(), form.announcement(moments.zone(), counties), actor(who));
            return see(id);
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var stale = FormErrors.none().with("", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(form(request, id, form, stale));
        }
    }

    @Post("/{id}/veroeffentlichen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> publish(SignedIn who, UUID id, @Body Step step) {
        return become(step, version -> announcing.publish(id, version, actor(who)));
    }

    @Post("/{id}/zurueckziehen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> withdraw(SignedIn who, UUID id, @Body Step step) {
        return become(step, version -> announcing.withdraw(id, version, actor(who)));
    }

    private static HttpResponse<?> become(Step step, LongFunction<Announced> change) {
        return see(change.apply(step.version() == null ? -1 : step.version()).id());
    }

    /** A button beside what was read. */
    @io.micronaut.serde.annotation.Serdeable
    @io.micronaut.core.annotation.Introspected
    record Step(@Nullable Long version, @Nullable String csrfToken) {}

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, @Nullable UUID id, AnnouncementForm form, FormErrors errors) {
        var page = frames.of(request, id == null ? "announcement.form.new" : "announcement.form.edit");
        var model = new HashMap<String, Object>();
        model.put("page", crumbs(page.withErrors(errors)));
        model.put("action", id == null ? PATH : PATH + "/" + id + "/bearbeiten");
        model.put("form", form);
        return new ModelAndView<>("announcement/form", model);
    }

    private static PageFrame crumbs(PageFrame page) {
        return page.withBreadcrumb(new Crumb(page.t("announcement.list.title"), PATH), Crumb.here(page.title()));
    }

    private static HttpResponse<?> see(UUID id) {
        return HttpResponse.seeOther(URI.create(PATH + "/" + id));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
