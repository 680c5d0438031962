package de.kreiskonzept.platform.situation.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.together.HistoryView;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.situation.Indicators;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The history of one indicator with its values, or of one figure. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
class NumberHistoryPages {
    private final Indicators indicators;
    private final Figures figures;
    private final Concepts concepts;
    private final HistoryView history;

    NumberHistoryPages(Indicators indicators, Figures figures, Concepts concepts, HistoryView history) {
        this.indicators = indicators;
        this.figures = figures;
        this.concepts = concepts;
        this.history = history;
    }

    @Get("/indikatoren/{id}/verlauf")
    ModelAndView<Map<String, Object>> ofIndicator(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue Integer page) {
        IndicatorLine line = indicators.get(id);
        Indicator indicator = line.indicator();
        String back = ConceptLinks.base(county) + "/indikatoren/" + id;
        SignedIn who = who(request);
        boolean measures = indicators.mayMeasure(indicator, who);
        boolean defines = indicators.mayDefine(indicator, who);
        Function<String, String> form = field ->
                field.equals("values") ? (measures ? back + "/werte" : "") : (defines ? back + "/bearbeiten" : "");
        var shown = new HistoryView.Shown(
                Indicators.subject(id), indicator.name(), back, form, trail(indicator.versionId(), line.sectionId()));
        return history.of(request, county, shown, page);
    }

    @Get("/zahlen/{id}/verlauf")
    ModelAndView<Map<String, Object>> ofFigure(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue Integer page) {
        Figure figure = figures.get(id);
        String back = ConceptLinks.base(county) + "/zahlen?version=" + figure.versionId() + "#zahl-" + id;
        ConceptTree tree = Nodes.found(concepts.findTree(figure.versionId()));
        String form = ConceptLinks.structure(who(request), tree.version())
                ? ConceptLinks.base(county) + "/zahlen/" + id + "/bearbeiten"
                : "";
        UUID section = figure.sectionId();
        var shown = new HistoryView.Shown(
                Figures.subject(id),
                figure.name(),
                back,
                field -> form,
                section == null ? List.of() : tree.trail(section));
        return history.of(request, county, shown, page);
    }

    private List<Section> trail(UUID version, UUID section) {
        return Nodes.found(concepts.findTree(version)).trail(section);
    }

    private static SignedIn who(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class).orElseThrow();
    }
}
