package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.editor.Part;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one measure. */
@Hidden
@Controller("/{county}/konzept/massnahmen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class MeasurePage {
    private final Concepts concepts;
    private final MeasureStore measures;
    private final MeasureCards cards;
    private final CarryingDecisions decisions;
    private final Editors editors;
    private final PageFrames frames;

    MeasurePage(
            Concepts concepts,
            MeasureStore measures,
            MeasureCards cards,
            CarryingDecisions decisions,
            Editors editors,
            PageFrames frames) {
        this.concepts = concepts;
        this.measures = measures;
        this.cards = cards;
        this.decisions = decisions;
        this.editors = editors;
        this.frames = frames;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> show(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue String undo) {
        Measure measure = Nodes.found(measures.find(id));
        ConceptTree tree = Nodes.found(concepts.findTreeOfSection(measure.sectionId()));
        PageFrame page =
                frames.of(request, "concept.measure.title", tree.profile().label(measure));
        Crumb[] crumbs = ConceptLinks.crumbs(page, county, tree.trail(measure.sectionId()));
        boolean editable = tree.version().state().editable();
        MeasureCard card = cards.get(measure);
        Map<String, Object> model = new HashMap<>();
        model.put("page", page.withBreadcrumb(crumbs));
        model.put("base", ConceptLinks.base(county));
        model.put("lightHref", "/" + county + "/massnahmen/" + id + "/ampel");
        model.put("organisations", "/" + county + "/organisationen");
        model.put("measure", measure);
        model.put("card", card);
        model.put("decisions", decisions.list(id, who));
        model.put("register", "/" + county + "/beschluesse");
        model.put("profile", tree.profile());
        model.put("parts", measures.listParts(id));
        model.put(
                "whole",
                Optional.ofNullable(card.said().partOf())
                        .flatMap(measures::find)
                        .orElse(null));
        model.put("light", measures.light(id));
        Section section = Nodes.found(tree.findSection(measure.sectionId())).section();
        int depth = tree.trail(section.id()).size() - 1;
        model.put("sectionName", tree.profile().section(section.kind(), depth).singular());
        model.put("section", section);
        model.put("goals", measures.listGoals(id));
        model.put("content", editable && editors.mayChangeMeasure(who, id));
        model.put("removes", editable && editors.mayChangeSection(who, measure.sectionId()));
        model.put("editors", editors.list(Part.MEASURE, id));
        model.put("assigns", ConceptLinks.assigns(who));
        model.put("undo", ConceptLinks.undo(county, undo));
        return HttpResponse.ok(new ModelAndView<>("concept/measure", model));
    }
}
