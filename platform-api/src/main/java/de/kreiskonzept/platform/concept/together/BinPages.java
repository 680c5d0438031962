package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bin as a page; its buttons lead to the routes that take back a deletion. */
@Hidden
@Controller("/{county}/konzept/papierkorb")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.EDITOR})
class BinPages {
    private static final Map<String, String> PATHS = paths();

    private final OwnBin bin;
    private final PageFrames frames;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    BinPages(OwnBin bin, PageFrames frames, Clock clock) {
        this.bin = bin;
        this.frames = frames;
        this.time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(clock.getZone());
        this.day = DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(clock.getZone());
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who) {
        PageFrame page = frames.of(request, "bin.title");
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("entries", bin.list(who));
        model.put("paths", PATHS);
        model.put("time", time);
        model.put("day", day);
        return new ModelAndView<>("bin/bin", model);
    }

    private static Map<String, String> paths() {
        var paths = Arrays.stream(NodeKind.values())
                .collect(Collectors.toMap(NodeKind::text, NodeKind::path, (one, other) -> one, HashMap::new));
        paths.put("version", "fassung");
        return Map.copyOf(paths);
    }
}
