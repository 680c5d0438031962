package de.kreiskonzept.platform.concept.measure;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.directory.OrganisationStore;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All measures of a version as a table with filters in the address. */
@Hidden
@Controller("/{county}/konzept/massnahmen")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class MeasurePages {
    private static final int ROWS = 50;

    private final Concepts concepts;
    private final MeasureStore measures;
    private final OrganisationStore organisations;
    private final PageFrames frames;
    private final Texts texts;

    MeasurePages(
            Concepts concepts, MeasureStore measures, OrganisationStore organisations, PageFrames frames, Texts texts) {
        this.concepts = concepts;
        this.measures = measures;
        this.organisations = organisations;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<?> list(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            @Nullable @QueryValue UUID version,
            @Nullable @QueryValue Integer page) {
        Optional<UUID> wanted = Optional.ofNullable(version)
                .or(() -> concepts.findValidVersion().map(ConceptVersion::id));
        if (wanted.isEmpty()) {
            return HttpResponse.ok(new ModelAndView<>(
                    "concept/start",
                    Map.of(
                            "page",
                                    frames.of(
                                            request,
                                            "concept.measures.title",
                                            Templates.usual().measure().plural()),
                            "base", ConceptLinks.base(county),
                            "title", "",
                            "structure", who.role().equals(Roles.LEAD),
                            "undo", "")));
        }
        ConceptTree tree = Nodes.found(wanted.flatMap(concepts::findTree));
        UUID id = tree.version().id();
        MeasureFilter filter = MeasureFilter.of(request.getParameters().asMap(String.class, String.class));
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        var found = measures.list(id, filter, (number - 1) * ROWS, ROWS);
        String query = filter.query();
        String path =
                ConceptLinks.base(county) + "/massnahmen" + (query.isEmpty() ? "?" : query + "&") + "version=" + id;
        PageFrame frame = frames.of(
                request, "concept.measures.title", tree.profile().measure().plural());
        Map<String, Object> model = new HashMap<>();
        model.put("page", frame.withBreadcrumb(ConceptLinks.crumbs(frame, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("version", id.toString());
        model.put("profile", tree.profile());
        model.put("filter", filter);
        model.put("exportQuery", path.substring(path.indexOf('?')));
        model.put("home", "/" + county);
        model.put("lines", found.lines());
        model.put("paging", new Paging(number, ROWS, found.total(), path));
        offer(model, tree);
        return HttpResponse.ok(new ModelAndView<>("concept/measures", model));
    }

    private void offer(Map<String, Object> model, ConceptTree tree) {
        model.put("sections", sections(tree));
        model.put("lights", lights());
        model.put("counted", counted());
        model.put("reaches", choices(MeasureReach.values(), MeasureFilter::word, MeasureReach::wordKey));
        model.put("kinds", choices(MeasureKind.values(), MeasureFilter::word, MeasureKind::wordKey));
        model.put("organisations", organisations());
    }

    private List<Choice> sections(ConceptTree tree) {
        var choices = new ArrayList<Choice>();
        tree.sections().forEach(section -> add(choices, section, ""));
        return choices;
    }

    private static void add(List<Choice> choices, SectionNode node, String indent) {
        choices.add(Choice.of(
                node.section().id().toString(), indent + node.section().name()));
        node.sections().forEach(child -> add(choices, child, indent + "– "));
    }

    private List<Choice> lights() {
        return choices(TrafficLight.values(), MeasureFilter::word, TrafficLight::wordKey);
    }

    private <T> List<Choice> choices(T[] values, Function<T, String> word, Function<T, String> key) {
        return Arrays.stream(values)
                .map(value -> Choice.of(word.apply(value), texts.text(key.apply(value))))
                .toList();
    }

    private List<Choice> organisations() {
        return organisations.list().stream()
                .sorted(Comparator.comparing(Organisation::kind))
                .map(one -> Choice.of(one.id().toString(), one.name())
                        .inGroup(texts.text(one.kind().wordKey())))
                .toList();
    }

    private List<Choice> counted() {
        return List.of(Choice.of("ja", texts.text("concept.yes")), Choice.of("nein", texts.text("concept.no")));
    }
}
