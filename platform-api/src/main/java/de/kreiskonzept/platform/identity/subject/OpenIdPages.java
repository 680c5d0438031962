package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.entrance.Entrance;
import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.platform.identity.openid.Attempts;
import de.kreiskonzept.platform.identity.openid.OpenIdProvider;
import de.kreiskonzept.platform.identity.openid.OpenIdSettings;
import de.kreiskonzept.platform.identity.openid.SignInObstructed;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the OpenID provider and back. Without one there are no such routes. */
@Hidden
@Controller
@Requires(property = OpenIdSettings.ISSUER, pattern = ".+")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class OpenIdPages {
    private static final List<String> PARAMETERS = List.of("code", "state", "iss", "error");

    private final Attempts attempts;
    private final OpenIdProvider provider;
    private final Recognition recognition;
    private final Entrance entrance;
    private final SignInArea area;
    private final Frames frames;

    OpenIdPages(
            Attempts attempts,
            OpenIdProvider provider,
            Recognition recognition,
            Entrance entrance,
            SignInArea area,
            Frames frames) {
        this.attempts = attempts;
        this.provider = provider;
        this.recognition = recognition;
        this.entrance = entrance;
        this.area = area;
        this.frames = frames;
    }

    @Get("/{county}/anmelden/verwaltung")
    HttpResponse<?> leave(HttpRequest<?> request, @QueryValue @Nullable String weiter) {
        var next = ReturnPath.within(area.home(request), weiter);
        try {
            var attempt = attempts.begin(next);
            return HttpResponse.seeOther(provider.address(attempt)).cookie(attempts.holding(attempt));
        } catch (SignInObstructed obstructed) {
            return signIn(request, obstructed, next);
        }
    }

    /**
     * One address for all counties, so that the provider has to know only one. What stands here leads to the county by a step of our own:
     * browsers send the strict cookies of the county with no step that begins at another site.
     */
    @Get(OpenIdProvider.RETURN_PATH)
    HttpResponse<?> passage(HttpRequest<?> request) {
        var slug = Attempts.slug(request.getParameters().get("state", String.class, ""));
        if (slug.isEmpty()) {
            return HttpResponse.seeOther(URI.create("/"));
        }
        var path = UriBuilder.of("/" + slug.get() + "/anmelden/verwaltung/zurueck");
        for (var name : PARAMETERS) {
            request.getParameters().get(name, String.class).ifPresent(value -> path.queryParam(name, value));
        }
        var page = frames.of(request, "identity.openid.passage");
        return HttpResponse.ok(new ModelAndView<>("identity/passage", Map.of("page", page, "path", path.toString())))
                .header("Refresh", "0; url=" + path);
    }

    @Get("/{county}/anmelden/verwaltung/zurueck")
    HttpResponse<?> arrive(HttpRequest<?> request) {
        var next = area.home(request);
        try {
            var attempt = attempts.resume(request, request.getParameters().get("state", String.class, ""));
            var wanted = ReturnPath.within(next, attempt.next());
            next = wanted;
            var in = recognition.<MutableHttpResponse<?>>admit(
                    attempt, request.getParameters().asMap(), account -> entrance.admit(request, account, wanted));
            attempts.succeeded(request, attempt);
            return in.cookie(attempts.empty());
        } catch (SignInObstructed obstructed) {
            return signIn(request, obstructed, next);
        }
    }

    private HttpResponse<?> signIn(HttpRequest<?> request, SignInObstructed obstructed, String next) {
        var path = UriBuilder.of(area.signInPath(request))
                .queryParam("grund", obstructed.obstacle().word())
                .queryParam(ReturnPath.PARAMETER, next)
                .build();
        return HttpResponse.seeOther(path).cookie(attempts.empty());
    }
}
