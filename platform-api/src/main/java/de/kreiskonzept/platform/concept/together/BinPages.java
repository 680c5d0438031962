package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
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
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The bin as a page; its buttons lead to the routes that take back a deletion. */
@Hidden
@Controller("/{county}/konzept/papierkorb")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.EDITOR})
class BinPages {
    private static final Map<String, String> PATHS = paths();
    private static final String NOWHERE = "konzept";

    private final OwnBin bin;
    private final Elsewhere elsewhere;
    private final PageFrames frames;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;

    BinPages(OwnBin bin, Elsewhere elsewhere, PageFrames frames, Clock clock) {
        this.bin = bin;
        this.elsewhere = elsewhere;
        this.frames = frames;
        this.time = GermanTime.minute(clock.getZone());
        this.day = GermanTime.day(clock.getZone());
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who) {
        PageFrame page = frames.of(request, "bin.title");
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("entries", bin.list(who));
        model.put("paths", PATHS);
        model.put(
                "movable",
                bin.list(who).stream()
                        .filter(Elsewhere::knows)
                        .map(entry -> entry.part().id())
                        .toList());
        model.put("time", time);
        model.put("day", day);
        return new ModelAndView<>("bin/bin", model);
    }

    @Get("/{id}/stelle")
    ModelAndView<Map<String, Object>> places(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return places(frames.of(request, "bin.elsewhere.title"), county, elsewhere.places(id, who));
    }

    @Post("/{id}/stelle")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        String place = FieldChecks.field(fields, "place");
        Elsewhere.Places places = elsewhere.places(id, who);
        Optional<UUID> section = places.sections().stream()
                .map(trail -> trail.getLast().id())
                .filter(one -> one.toString().equals(place))
                .findFirst();
        if (section.isEmpty() && !(places.anywhere() && place.equals(NOWHERE))) {
            PageFrame page = frames.of(request, "bin.elsewhere.title");
            FormErrors errors = FormErrors.none().with("place", page.t("concept.fault.choice"));
            return HttpResponse.unprocessableEntity().body(places(page.withErrors(errors), county, places));
        }
        NodeKind kind = elsewhere.restore(id, section.orElse(null), who);
        String address = kind == NodeKind.MEASURE
                ? "/massnahmen/" + id
                : section.map(found -> "/abschnitte/" + found).orElse("");
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + address));
    }

    private ModelAndView<Map<String, Object>> places(PageFrame page, String county, Elsewhere.Places places) {
        var choices = new ArrayList<Choice>();
        if (places.anywhere()) {
            choices.add(Choice.of(NOWHERE, page.t("bin.elsewhere.whole")));
        }
        places.sections()
                .forEach(trail -> choices.add(Choice.of(
                        trail.getLast().id().toString(),
                        trail.stream().map(Section::name).collect(Collectors.joining(" › ")))));
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("bin", ConceptLinks.base(county) + "/papierkorb");
        model.put("entry", places.entry());
        model.put("choices", choices);
        return new ModelAndView<>("bin/elsewhere", model);
    }

    private static Map<String, String> paths() {
        var paths = Arrays.stream(NodeKind.values())
                .collect(Collectors.toMap(NodeKind::text, NodeKind::path, (one, other) -> one, HashMap::new));
        paths.put("version", "fassung");
        paths.put("indicator", "indikatoren");
        paths.put("figure", "zahlen");
        return Map.copyOf(paths);
    }
}
