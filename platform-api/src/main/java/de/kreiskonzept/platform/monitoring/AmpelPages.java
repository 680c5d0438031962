package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.monitoring.vocabulary.VocabularyStore;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of the Ampel: totals, kinds, sections, goals; what is shown stands in the address. */
@Hidden
@Controller("/{county}/ampel")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AmpelPages {

    private final Evaluation evaluation;
    private final Concepts concepts;
    private final CurrentWorkspace current;
    private final PageFrames frames;
    private final VocabularyStore vocabularies;
    private final Clock clock;

    AmpelPages(
            Evaluation evaluation,
            Concepts concepts,
            CurrentWorkspace current,
            PageFrames frames,
            VocabularyStore vocabularies,
            Clock clock) {
        this.evaluation = evaluation;
        this.concepts = concepts;
        this.current = current;
        this.frames = frames;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @Get
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, @QueryValue @Nullable String kind, @QueryValue @Nullable String section) {
        AmpelFilter filter = AmpelFilter.of(kind, section);
        String home = "/" + current.get().slug();
        PageFrame page = frames.of(request, "monitoring.ampel.title");
        PageFrame whole =
                page.withBreadcrumb(new Crumb(page.t("monitoring.crumb.start"), home), Crumb.here(page.title()));
        return evaluation
                .find()
                .map(all -> shown(whole, home, all, filter))
                .orElseGet(() -> new ModelAndView<>("monitoring/ampelEmpty", Map.of("page", whole, "home", home)));
    }

    private ModelAndView<Map<String, Object>> shown(PageFrame page, String home, Ampel all, AmpelFilter filter) {
        Profile profile = concepts.validProfile();
        AmpelWords words = new AmpelWords(
                page, profile, home + "/ampel/gesamtfarbe", GermanTime.minute(clock.getZone()), vocabularies.find());
        List<Choice> kinds = all.kinds().stream()
                .map(kind -> Choice.of(
                        kind.kind().text(), profile.section(kind.kind(), 0).plural()))
                .toList();
        List<Choice> sections = all.sections().stream()
                .map(part -> Choice.of(part.id().toString(), words.name(part)))
                .toList();
        return new ModelAndView<>(
                "monitoring/ampel",
                Map.of(
                        "page", page,
                        "home", home,
                        "ampel", all.shown(filter),
                        "filter", filter,
                        "words", words,
                        "kinds", kinds,
                        "sections", sections,
                        "round", evaluation.findOpenRound().orElse(""),
                        "today", LocalDate.now(clock).format(GermanTime.DAY)));
    }
}
