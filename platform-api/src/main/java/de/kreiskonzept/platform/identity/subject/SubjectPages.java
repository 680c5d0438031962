package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.openid.OpenIdSettings;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whether an account belongs to somebody at the OpenID provider, for the admin; a page of its own, because its table is newer than that of accounts. */
@Hidden
@Controller("/{county}/konten/{id}/anmeldedienst")
@Requires(property = OpenIdSettings.ISSUER, pattern = ".+")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.ADMIN)
class SubjectPages {
    private final SubjectRelease release;
    private final Frames frames;
    private final DateTimeFormatter time;

    SubjectPages(SubjectRelease release, Frames frames, Clock clock) {
        this.release = release;
        this.frames = frames;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, UUID id) {
        var holder = release.holder(id);
        var page = frames.of(request, "identity.subject.title", holder.name());
        var accounts = page.site().home() + "konten";
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("web.navigation.home"), page.site().home()),
                        new Crumb(page.t("identity.accounts.title"), accounts),
                        new Crumb(holder.name(), accounts + "/" + id),
                        Crumb.here(page.t("identity.subject.here"))));
        model.put("path", request.getPath());
        release.subject(id).ifPresent(subject -> {
            model.put("issuer", subject.issuer());
            model.put("since", time.format(subject.since()));
            model.put("lastAttempt", time.format(subject.lastAttemptAt()));
        });
        return new ModelAndView<>("identity/subject", model);
    }

    @Post
    @FreshCode
    HttpResponse<?> release(HttpRequest<?> request, UUID id, SignedIn who) {
        release.make(id, who);
        return HttpResponse.seeOther(URI.create(request.getPath()));
    }
}
