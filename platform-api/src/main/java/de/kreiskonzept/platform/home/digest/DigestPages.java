package de.kreiskonzept.platform.home.digest;

import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
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
import java.util.Map;

/** Ends the weekly mail by the link in it, without signing in; looking at the link alone changes nothing. */
@Hidden
@Controller("/{county}/abbestellen/{token}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class DigestPages {
    private final Digests digests;
    private final Frames frames;

    DigestPages(Digests digests, Frames frames) {
        this.digests = digests;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> ask(HttpRequest<?> request, String token) {
        digests.require(token);
        return view(request, "home.digest.endTitle", request.getPath());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    ModelAndView<Map<String, Object>> end(HttpRequest<?> request, String token) {
        digests.end(token);
        return view(request, "home.digest.endedTitle", "");
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String title, String action) {
        return new ModelAndView<>("notice/end", Map.of("page", frames.of(request, title), "action", action));
    }
}
