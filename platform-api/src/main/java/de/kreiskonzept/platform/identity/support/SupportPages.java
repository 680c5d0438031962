package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import de.kreiskonzept.platform.web.Frames;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the admin lets somebody of the provider in, sees who was there, and ends it. */
@Hidden
@Controller("/{county}/hilfe")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.ADMIN)
class SupportPages {
    private final SupportAccess access;
    private final Frames frames;
    private final Texts texts;
    private final SignInArea area;
    private final Clock clock;

    SupportPages(SupportAccess access, Frames frames, Texts texts, SignInArea area, Clock clock) {
        this.access = access;
        this.frames = frames;
        this.texts = texts;
        this.area = area;
        this.clock = clock;
    }

    /**
     * What the form sends.
     *
     * @param writing null where the box is empty
     */
    @Serdeable
    record GrantForm(
            @Nullable String reason,
            @Nullable Integer minutes,
            @Nullable String writing,
            @Nullable String csrfToken) {
        SupportForm said() {
            return new SupportForm(reason == null ? "" : reason, minutes == null ? 0 : minutes, writing != null);
        }
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request) {
        var page = frames.of(request, "support.title");
        return new ModelAndView<>(
                "support/grants",
                Map.of(
                        "page",
                        page.withBreadcrumb(home(page), Crumb.here(page.title())),
                        "grants",
                        access.list(),
                        "now",
                        OffsetDateTime.now(clock),
                        "time",
                        GermanTime.minute(clock.getZone())));
    }

    @Get("/neu")
    @FreshCode
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request) {
        return form(request, SupportForm.EMPTY, FormErrors.none());
    }

    @ChangesNoContent
    @Post("/neu")
    @FreshCode
    HttpResponse<?> grant(HttpRequest<?> request, SignedIn who, @Body GrantForm form) {
        var said = form.said();
        var errors = said.errors(texts);
        if (errors.isEmpty()) {
            try {
                access.grant(said.wish(), who);
                return toList(request);
            } catch (Refusal refused) {
                if (refused.status() != HttpStatus.CONFLICT) {
                    throw refused;
                }
                errors = errors.with("reason", refused.sentence(texts));
            }
        }
        return HttpResponse.unprocessableEntity().body(form(request, said, errors));
    }

    @ChangesNoContent
    @Post("/{id}/beenden")
    HttpResponse<?> end(HttpRequest<?> request, SignedIn who, UUID id) {
        access.end(id, who);
        return toList(request);
    }

    private HttpResponse<?> toList(HttpRequest<?> request) {
        return HttpResponse.seeOther(URI.create(area.home(request) + "hilfe"));
    }

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, SupportForm said, FormErrors errors) {
        var page = frames.of(request, "support.form.title").withErrors(errors);
        var list = new Crumb(page.t("support.title"), page.site().home() + "hilfe");
        return new ModelAndView<>(
                "support/form",
                Map.of(
                        "page", page.withBreadcrumb(home(page), list, Crumb.here(page.title())),
                        "reason", said.reason(),
                        "minutes", String.valueOf(said.minutes()),
                        "writing", said.writing(),
                        "choices", SupportForm.CHOICES,
                        "longest", SupportForm.LONGEST));
    }

    private static Crumb home(PageFrame page) {
        return new Crumb(page.t("web.navigation.home"), page.site().home());
    }
}
