package de.kreiskonzept.admin.catalogue;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrames;
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
import java.util.Map;

/** The versions of the catalogue on the console. */
@Hidden
@Controller(CataloguePages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class CataloguePages {
    static final String PATH = "/katalog";

    private final Releases releases;
    private final PageFrames frames;

    CataloguePages(Releases releases, PageFrames frames) {
        this.releases = releases;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, SignedIn who) {
        return new ModelAndView<>(
                "catalogue/versions",
                Map.of(
                        "page", frames.of(request, "catalogue.list.title"),
                        "releases", releases.list(),
                        "operator", who.role().equals(Roles.OPERATOR)));
    }

    @Post("/{number}/veroeffentlichen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> publish(SignedIn who, int number) {
        releases.publish(number, actor(who));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    @Post("/{number}/zurueckhalten")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> hold(SignedIn who, int number) {
        releases.hold(number, actor(who));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
