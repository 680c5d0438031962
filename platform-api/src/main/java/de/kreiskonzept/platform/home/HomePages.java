package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The start page of a county, and the entry that names none of them. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class HomePages {
    private final Frames frames;
    private final StartPage start;
    private final String signUp;

    HomePages(Frames frames, StartPage start, SiteUrls urls) {
        this.frames = frames;
        this.start = start;
        this.signUp = urls.console("/");
    }

    @Get("/")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> entry(HttpRequest<?> request, @QueryValue @Nullable String kreis) {
        var slug = slug(kreis == null ? "" : kreis);
        return slug.isEmpty()
                ? HttpResponse.ok(new ModelAndView<>(
                        "home/entry", Map.of("page", frames.of(request, "home.entry.title"), "signUp", signUp)))
                : HttpResponse.seeOther(URI.create("/" + slug + "/"));
    }

    @Get("/{county}/")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    ModelAndView<Map<String, Object>> start(HttpRequest<?> request, SignedIn who) {
        return new ModelAndView<>("home/start", start.of(frames.of(request, "home.title"), who));
    }

    /** "Landkreis Lörrach" and "loerrach" lead to the same address. */
    private static String slug(String county) {
        return county.toLowerCase(Locale.GERMAN)
                .strip()
                .replaceFirst("^(landkreis|kreis|stadt)\\s+", "")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
