package de.kreiskonzept.platform.home.catalogue;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.platform.catalogue.Offers;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The version of the catalogue that the county works with, and the newer one that it is offered. */
@Hidden
@Controller("/{county}/katalog")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.ADMIN, Roles.LEAD})
class CataloguePages {
    private final Offers offers;
    private final PageFrames frames;

    CataloguePages(Offers offers, PageFrames frames) {
        this.offers = offers;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county) {
        var page = frames.of(request, "catalogue.title");
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(new Crumb(page.t("home.title"), page.site().home()), Crumb.here(page.title())));
        var standing = offers.show();
        model.put("taken", standing.taken());
        standing.offer().ifPresent(offer -> model.put("offer", offer));
        return new ModelAndView<>("catalogue/catalogue", model);
    }

    @Post("/uebernehmen")
    HttpResponse<?> take(String county, SignedIn who, @Body Map<String, Object> fields) {
        offers.take(version(fields), who);
        return see(county);
    }

    @Post("/weglegen")
    HttpResponse<?> putAway(String county, SignedIn who, @Body Map<String, Object> fields) {
        offers.putAway(version(fields), who);
        return see(county);
    }

    private static int version(Map<String, Object> fields) {
        var typed = String.valueOf(fields.get("version"));
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private static HttpResponse<?> see(String county) {
        return HttpResponse.seeOther(URI.create("/" + county + "/katalog"));
    }
}
