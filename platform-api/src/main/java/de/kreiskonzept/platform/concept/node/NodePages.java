package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.concept.node.FormStart.Started;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding and editing nodes of the tree; all four kinds share one form that shows the fields of the kind. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.EDITOR})
class NodePages {
    private final Editing editing;
    private final FormStart start;
    private final Concepts concepts;
    private final PageFrames frames;
    private final Texts texts;

    NodePages(Editing editing, FormStart start, Concepts concepts, PageFrames frames, Texts texts) {
        this.editing = editing;
        this.start = start;
        this.concepts = concepts;
        this.frames = frames;
        this.texts = texts;
    }

    /** The kind in an address. */
    static NodeKind kind(String path) {
        return Nodes.found(NodeKind.ofPath(path));
    }

    @Get("/neu/{kind}")
    HttpResponse<ModelAndView<Map<String, Object>>> blank(
            HttpRequest<?> request, String county, SignedIn who, String kind) {
        NodeKind node = kind(kind);
        Place place = place(request.getParameters().asMap(String.class, String.class));
        editing.requireCreate(node, place, who);
        NodeForm form = NodeForm.empty(node);
        return HttpResponse.ok(
                form(request, county, new Shown(node, null, place, form, Map.of(), FormErrors.none(), 0)));
    }

    @Post("/neu/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, SignedIn who, String kind, @Body Map<String, Object> fields) {
        NodeKind node = kind(kind);
        Place place = place(fields);
        editing.requireCreate(node, place, who);
        NodeForm form = NodeForm.of(fields);
        FormErrors errors = form.check(node, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(request, county, new Shown(node, null, place, form, Map.of(), errors, 0)));
        }
        UUID id = editing.create(node, place, form, who);
        return HttpResponse.seeOther(URI.create(editing.stored(node, id).above(county)));
    }

    @Get("/{kind}/{id}/bearbeiten")
    HttpResponse<ModelAndView<Map<String, Object>>> edit(
            HttpRequest<?> request, String county, String kind, UUID id, @Nullable @QueryValue UUID aus) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        NodeKind node = kind(kind);
        editing.requireChange(node, id, who);
        Stored stored = editing.stored(node, id);
        Place place = new Place(stored.versionId(), stored.section(), null);
        Started started = start.of(node, id, stored.form(), aus);
        var shown = new Shown(
                node, id, place, started.form(), Map.of(), FormErrors.none(), stored.version(), started.notice());
        return HttpResponse.ok(form(request, county, shown));
    }

    @Post("/{kind}/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, String kind, UUID id, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        NodeKind node = kind(kind);
        NodeForm form = NodeForm.of(fields);
        editing.requireChange(node, id, who);
        Stored stored = editing.stored(node, id);
        Place place = new Place(stored.versionId(), stored.section(), null);
        FormErrors errors = form.check(node, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(
                            request,
                            county,
                            new Shown(node, id, place, form, Map.of(), errors, FieldChecks.version(fields))));
        }
        try {
            editing.change(node, id, FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            var both =
                    new Shown(node, id, place, form, shown(node, stored.form()), FormErrors.none(), stored.version());
            return Answers.staleOr(refusal).body(form(request, county, both));
        }
        return HttpResponse.seeOther(URI.create(stored.seenAt(county, node, id)));
    }

    private static Place place(Map<String, ?> fields) {
        return new Place(id(fields, "fassung"), id(fields, "abschnitt"), id(fields, "ziel"));
    }

    private static @Nullable UUID id(Map<String, ?> fields, String name) {
        String id = FieldChecks.field(fields, name);
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }

    /** What a form shows; without an id it is about a new node, with stored fields it is stale. */
    private record Shown(
            NodeKind kind,
            @Nullable UUID id,
            Place place,
            NodeForm form,
            Map<String, String> stored,
            FormErrors errors,
            long version,
            @Nullable Notice notice) {
        Shown(
                NodeKind kind,
                @Nullable UUID id,
                Place place,
                NodeForm form,
                Map<String, String> stored,
                FormErrors errors,
                long version) {
            this(kind, id, place, form, stored, errors, version, null);
        }
    }

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, Shown shown) {
        var ground = editing.ground(shown.place());
        ConceptTree tree = Nodes.found(concepts.findTree(ground.version()));
        String what = texts.text("concept.kind." + shown.kind().text());
        PageFrame page = frames.of(request, shown.id() == null ? "concept.new.title" : "concept.edit.title", what)
                .withErrors(shown.errors());
        page = shown.notice() == null ? page : page.withNotice(shown.notice());
        UUID section = ground.section() == null ? null : ground.section().id();
        var fields = Map.<String, Object>of(
                "page",
                page.withBreadcrumb(
                        ConceptLinks.crumbs(page, county, section == null ? List.of() : tree.trail(section))),
                "action",
                ConceptLinks.base(county)
                        + (shown.id() == null
                                ? "/neu/" + shown.kind().path()
                                : "/" + shown.kind().path() + "/" + shown.id() + "/bearbeiten"),
                "cancelHref",
                new Stored(ground.version(), section, 0, shown.form()).above(county),
                "kind",
                shown.kind().text(),
                "form",
                shown.form(),
                "stored",
                shown.stored(),
                "hidden",
                hidden(shown),
                "kinds",
                kinds(shown.kind()),
                "goals",
                goals(tree, section));
        return new ModelAndView<>("concept/nodeForm", fields);
    }

    private static Map<String, String> hidden(Shown shown) {
        var hidden = new LinkedHashMap<String, String>();
        if (shown.id() != null) {
            hidden.put("version", Long.toString(shown.version()));
            return hidden;
        }
        put(hidden, "fassung", shown.place().version());
        put(hidden, "abschnitt", shown.place().section());
        put(hidden, "ziel", shown.place().goal());
        return hidden;
    }

    private static void put(Map<String, String> hidden, String name, @Nullable UUID id) {
        if (id != null) {
            hidden.put(name, id.toString());
        }
    }

    private List<Choice> kinds(NodeKind kind) {
        return switch (kind) {
            case SECTION ->
                Arrays.stream(SectionKind.values())
                        .map(value -> Choice.of(value.text(), texts.text("concept.section_kind." + value.text())))
                        .toList();
            case GOAL ->
                Arrays.stream(GoalKind.values())
                        .map(value -> Choice.of(value.text(), texts.text("concept.goal_kind." + value.text())))
                        .toList();
            case MEASURE, TEXT -> List.of();
        };
    }

    private List<Choice> goals(ConceptTree tree, @Nullable UUID section) {
        if (section == null) {
            return List.of();
        }
        return Nodes.found(tree.findSection(section)).allGoals().stream()
                .map(goal -> Choice.of(
                        goal.id().toString(),
                        (texts.text("concept.goal_kind." + goal.kind().text()) + " " + goal.number()).strip() + ": "
                                + goal.text()))
                .toList();
    }

    private Map<String, String> shown(NodeKind kind, NodeForm form) {
        var shown = new LinkedHashMap<String, String>();
        if (kind != NodeKind.TEXT) {
            shown.put("number", form.number());
        }
        if (kind == NodeKind.SECTION || kind == NodeKind.TEXT) {
            shown.put("name", form.name());
        }
        if (kind != NodeKind.SECTION) {
            shown.put("text", form.text());
        }
        if (kind == NodeKind.MEASURE) {
            shown.put("description", form.description());
            shown.put("responsible", form.responsible());
        }
        return shown;
    }
}
