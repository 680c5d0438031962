package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.secondfactor.BeforeEnrolment;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.util.Map;

/** The door for visitors. Looking at a ticket uses nothing up, so that a program which follows links lets nobody in. */
@Hidden
@Controller("/{county}/hilfe")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_ANONYMOUS)
class EntryPages {
    private final SupportEntry entry;
    private final Frames frames;
    private final SignInArea area;

    EntryPages(SupportEntry entry, Frames frames, SignInArea area) {
        this.entry = entry;
        this.frames = frames;
        this.area = area;
    }

    @Get("/eintritt/{ticket}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String ticket) {
        var found = entry.show(ticket);
        return new ModelAndView<>(
                "support/entry",
                Map.of(
                        "page",
                        frames.of(request, "support.entry.title"),
                        "visit",
                        found.visit(),
                        "until",
                        GermanTime.minute(found.visit().until().getOffset())
                                .format(found.visit().until()),
                        "reason",
                        found.reason(),
                        "action",
                        request.getPath()));
    }

    @OpenToVisitors
    @ChangesNoContent
    @Post("/eintritt/{ticket}")
    HttpResponse<?> enter(HttpRequest<?> request, String ticket) {
        var cookie = entry.enter(request, ticket);
        return HttpResponse.seeOther(URI.create(area.home(request))).cookie(cookie);
    }

    @OpenToVisitors
    @ChangesNoContent
    @Post("/verlassen")
    @BeforeEnrolment
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> leave(HttpRequest<?> request, SignedIn who) {
        return HttpResponse.seeOther(URI.create(area.home(request) + "hilfe/verlassen"))
                .cookie(entry.leave(request, who));
    }

    @Get("/verlassen")
    ModelAndView<Map<String, Object>> left(HttpRequest<?> request) {
        return new ModelAndView<>("support/left", Map.of("page", frames.of(request, "support.left.title")));
    }
}
