package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the measures of the table cost in each budget year, with the filter of the table. */
@Hidden
@Controller("/{county}/konzept/massnahmen/kosten")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class CostPages {
    private final Concepts concepts;
    private final MeasureStore measures;
    private final PageFrames frames;

    CostPages(Concepts concepts, MeasureStore measures, PageFrames frames) {
        this.concepts = concepts;
        this.measures = measures;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, @Nullable @QueryValue UUID version) {
        UUID id = Nodes.found(Optional.ofNullable(version)
                .or(() -> concepts.findValidVersion().map(ConceptVersion::id)));
        ConceptTree tree = Nodes.found(concepts.findTree(id));
        MeasureFilter filter = MeasureFilter.of(request.getParameters().asMap(String.class, String.class));
        List<MeasureLine> lines = measures.list(id, filter);
        List<MeasureLine> stated = lines.stream()
                .filter(line -> !line.said().detail().costs().isEmpty())
                .toList();
        List<Cost> costs = stated.stream()
                .flatMap(line -> line.said().detail().costs().stream())
                .toList();
        PageFrame page = frames.of(request, "concept.costs.title");
        String base = ConceptLinks.base(county);
        String query = filter.query();
        String table = base + "/massnahmen" + (query.isEmpty() ? "?" : query + "&") + "version=" + id;
        String heading =
                page.t("concept.measures.title", tree.profile().measure().plural());
        BigDecimal yearless = Costs.withoutYear(costs);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("concept.title"), base), new Crumb(heading, table), Crumb.here(page.title())));
        model.put("profile", tree.profile());
        model.put("table", table);
        model.put("years", Costs.byYear(costs));
        model.put("yearless", yearless.signum() == 0 ? "" : Costs.euros(yearless));
        model.put("stated", stated);
        model.put("total", lines.size());
        model.put("base", base);
        return new ModelAndView<>("concept/costs", model);
    }
}
