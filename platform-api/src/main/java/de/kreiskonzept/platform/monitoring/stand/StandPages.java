package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.monitoring.AmpelWords;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** All Stände of a county, and the Ampel of one of them as it was. */
@Hidden
@Controller("/{county}/ampel/staende")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class StandPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Stands stands;
    private final Concepts concepts;
    private final PageFrames frames;
    private final Clock clock;

    StandPages(Stands stands, Concepts concepts, PageFrames frames, Clock clock) {
        this.stands = stands;
        this.concepts = concepts;
        this.frames = frames;
        this.clock = clock;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "stand.list.title");
        return new ModelAndView<>(
                "stand/list",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                                Crumb.here(page.title())),
                        "base",
                        base(county),
                        "stands",
                        stands.list(),
                        "day",
                        DAY));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id) {
        Stands.Whole whole = stands.get(id);
        PageFrame page = frames.of(request, "stand.title", whole.stand().name());
        UUID version = whole.stand().versionId();
        Profile profile = version == null ? concepts.validProfile() : concepts.profile(version);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                        new Crumb(page.t("stand.list.title"), base(county)),
                        Crumb.here(whole.stand().name())));
        model.put("base", base(county));
        model.put(
                "others",
                stands.list().stream().filter(one -> !one.id().equals(id)).toList());
        model.put("stand", whole.stand());
        model.put("rows", whole.rows());
        model.put("ampel", whole.rows().ampel());
        model.put(
                "words",
                new AmpelWords(
                        page,
                        profile,
                        AmpelWords.time(clock.getZone()),
                        whole.rows().vocabulary()));
        model.put("day", DAY);
        return new ModelAndView<>("stand/stand", model);
    }

    @Get("/{id}/vergleich/{other}")
    ModelAndView<Map<String, Object>> compare(HttpRequest<?> request, String county, UUID id, UUID other) {
        Stands.Compared compared = stands.compare(id, other);
        Stand before = compared.before().stand();
        Stand after = compared.after().stand();
        PageFrame page = frames.of(request, "stand.compare.title", before.name(), after.name());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                        new Crumb(page.t("stand.list.title"), base(county)),
                        new Crumb(after.name(), base(county) + "/" + after.id()),
                        Crumb.here(page.t("stand.compare.crumb"))));
        model.put("before", before);
        model.put("after", after);
        model.put("changes", compared.changes());
        model.put("day", DAY);
        return new ModelAndView<>("stand/compare", model);
    }

    private static String base(String county) {
        return "/" + county + "/ampel/staende";
    }
}
