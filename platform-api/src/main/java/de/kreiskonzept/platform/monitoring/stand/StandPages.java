package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.monitoring.Movement;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.AmpelWords;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All Stände of a county, and the Ampel of one of them as it was. */
@Hidden
@Controller("/{county}/ampel/staende")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class StandPages {

    private final Stands stands;
    private final Trends trends;
    private final Concepts concepts;
    private final PageFrames frames;
    private final Clock clock;

    StandPages(Stands stands, Trends trends, Concepts concepts, PageFrames frames, Clock clock) {
        this.stands = stands;
        this.trends = trends;
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
                        GermanTime.DAY,
                        "writes",
                        writes(request)));
    }

    private AmpelWords words(PageFrame page, Stands.Whole whole) {
        return new AmpelWords(
                page,
                profile(whole),
                GermanTime.minute(clock.getZone()),
                whole.rows().vocabulary());
    }

    private Profile profile(Stands.Whole whole) {
        UUID version = whole.stand().versionId();
        return version == null ? concepts.validProfile() : concepts.profile(version);
    }

    private static boolean writes(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class)
                .filter(who -> who.role().equals(Roles.LEAD))
                .isPresent();
    }

    @Get("/verlauf")
    ModelAndView<Map<String, Object>> trend(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "stand.trend.title");
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("stand.crumb.ampel"), "/" + county + "/ampel"),
                        new Crumb(page.t("stand.list.title"), base(county)),
                        Crumb.here(page.title())));
        model.put("base", base(county));
        model.put("trend", trends.get());
        model.put(
                "words",
                new AmpelWords(
                        page, concepts.validProfile(), GermanTime.minute(clock.getZone()), StatusVocabulary.USUAL));
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("stand/trend", model);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id) {
        Stands.Whole whole = stands.get(id);
        PageFrame page = frames.of(request, "stand.title", whole.stand().name());
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
        model.put("words", words(page, whole));
        model.put("day", GermanTime.DAY);
        model.put("writes", writes(request));
        return new ModelAndView<>("stand/stand", model);
    }

    @Get("/{id}/vergleich/{other}")
    ModelAndView<Map<String, Object>> compare(
            HttpRequest<?> request, String county, UUID id, UUID other, @Nullable @QueryValue String bewegung) {
        Movement shown = Movement.find(bewegung == null ? "" : bewegung).orElse(null);
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
        StandChanges changes = compared.changes();
        model.put("counts", changes.counts());
        model.put("changes", shown == null ? changes : changes.only(shown));
        model.put("shown", shown);
        model.put("here", base(county) + "/" + id + "/vergleich/" + other);
        model.put("parts", compared.parts());
        model.put("words", words(page, compared.after()));
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("stand/compare", model);
    }

    private static String base(String county) {
        return "/" + county + "/ampel/staende";
    }
}
