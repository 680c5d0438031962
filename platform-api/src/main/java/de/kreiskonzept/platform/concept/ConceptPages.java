package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.editor.Part;
import de.kreiskonzept.platform.concept.history.Clash;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The concept as a tree and the page of one section; without a concept a page that begins it. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class ConceptPages {
    private final ConceptStore store;
    private final VersionStore versions;
    private final Drafting drafting;
    private final Editors editors;
    private final PageFrames frames;
    private final Texts texts;

    ConceptPages(
            ConceptStore store,
            VersionStore versions,
            Drafting drafting,
            Editors editors,
            PageFrames frames,
            Texts texts) {
        this.store = store;
        this.versions = versions;
        this.drafting = drafting;
        this.editors = editors;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> show(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            @Nullable @QueryValue UUID version,
            @Nullable @QueryValue String undo) {
        Optional<ConceptTree> found = version == null ? store.findCurrentTree() : store.findTree(version);
        if (version == null && found.isEmpty()) {
            String back = ConceptLinks.undo(county, undo);
            return HttpResponse.ok(start(frames.of(request, "concept.title"), county, who, "", back));
        }
        ConceptTree tree = Nodes.found(found);
        PageFrame page = frames.of(request, "concept.tree.title", tree.concept().title());
        return HttpResponse.ok(new ModelAndView<>(
                "concept/tree",
                Map.of(
                        "page", page,
                        "base", ConceptLinks.base(county),
                        "tree", tree,
                        "versions",
                                versions.list().stream()
                                        .map(VersionStore.Summary::version)
                                        .toList(),
                        "structure", ConceptLinks.structure(who, tree.version()),
                        "undo", ConceptLinks.undo(county, undo))));
    }

    @Post("/beginnen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> begin(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        String title = FieldChecks.field(fields, "title");
        FormErrors errors = FieldChecks.required(FormErrors.none(), "title", title, TextLimits.NAME, texts);
        if (!errors.isEmpty()) {
            PageFrame page = frames.of(request, "concept.title").withErrors(errors);
            return HttpResponse.unprocessableEntity().body(start(page, county, who, title, ""));
        }
        if (versions.findCurrent().isEmpty()) {
            drafting.begin(new Drafting.Heading(title, texts.text("concept.version.first"), StatedCounts.NONE), who);
        }
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county)));
    }

    private ModelAndView<Map<String, Object>> start(
            PageFrame page, String county, SignedIn who, String title, String undo) {
        return new ModelAndView<>(
                "concept/start",
                Map.of(
                        "page",
                        page,
                        "base",
                        ConceptLinks.base(county),
                        "title",
                        title,
                        "structure",
                        who.role().equals(Roles.LEAD),
                        "undo",
                        undo));
    }

    @Get("/abschnitte/{id}")
    HttpResponse<ModelAndView<Map<String, Object>>> section(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue String undo) {
        ConceptTree tree = Nodes.found(store.findTreeOfSection(id));
        SectionNode node = Nodes.found(tree.findSection(id));
        PageFrame page =
                frames.of(request, "concept.section.title", node.section().name());
        List<Section> trail = tree.trail(id);
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, trail.subList(0, trail.size() - 1))));
        model.put("base", ConceptLinks.base(county));
        model.put("profile", tree.profile());
        model.put("depth", trail.size() - 1);
        model.put("node", node);
        model.put("topic", store.topic(node.section().name()));
        model.put("inherited", store.retrospects().inherited(tree.version().id()));
        model.put("structure", ConceptLinks.structure(who, tree.version()));
        model.put("content", tree.version().state().editable() && editors.mayChangeSection(who, id));
        model.put("editors", editors.list(Part.SECTION, id));
        model.put("assigns", ConceptLinks.assigns(who));
        model.put("undo", ConceptLinks.undo(county, undo));
        return HttpResponse.ok(new ModelAndView<>("concept/section", model));
    }

    @Get("/fassung/{id}")
    @Secured(Roles.LEAD)
    HttpResponse<ModelAndView<Map<String, Object>>> edit(HttpRequest<?> request, String county, UUID id) {
        ConceptTree tree = Nodes.found(store.findTree(id));
        return HttpResponse.ok(versionForm(
                frames.of(request, "concept.action.editVersion"), county, tree.version(), fields(tree), List.of()));
    }

    @Post("/fassung/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        ConceptTree tree = Nodes.found(store.findTree(id));
        var form = new LinkedHashMap<String, String>();
        var taken = FieldChecks.list(fields, "take");
        fields(tree)
                .forEach((field, text) ->
                        form.put(field, taken.contains(field) ? text : FieldChecks.field(fields, field)));
        PageFrame page = frames.of(request, "concept.action.editVersion");
        FormErrors errors = check(form);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(versionForm(page.withErrors(errors), county, tree.version(), form, List.of()));
        }
        try {
            StatedCounts stated = FieldChecks.stated(value(form, "statedGoals"), value(form, "statedMeasures"));
            var heading = new Drafting.Heading(value(form, "title"), value(form, "label"), stated);
            drafting.change(id, FieldChecks.version(fields), heading, who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            ConceptTree now = Nodes.found(store.findTree(id));
            List<Clash> clashes = Clash.between(form, fields(now), drafting.since(id, FieldChecks.version(fields)));
            clashes.stream().filter(clash -> !clash.both()).forEach(clash -> form.put(clash.field(), clash.stored()));
            PageFrame both = page.withNotice(new Notice(
                    Notice.Kind.WARNING, texts.text("writing.stale.title"), texts.text("writing.stale.text")));
            return answer.body(versionForm(both, county, now.version(), form, clashes));
        }
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "?version=" + id));
    }

    @Post("/fassung/{id}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        drafting.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "?undo=fassung/" + id));
    }

    @Post("/fassung/{id}/wiederherstellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> restore(String county, SignedIn who, UUID id) {
        drafting.restore(id, who);
        return HttpResponse.seeOther(URI.create(ConceptLinks.base(county) + "?version=" + id));
    }

    private FormErrors check(Map<String, String> form) {
        FormErrors errors =
                FieldChecks.required(FormErrors.none(), "title", value(form, "title"), TextLimits.NAME, texts);
        errors = FieldChecks.required(errors, "label", value(form, "label"), TextLimits.NAME, texts);
        errors = FieldChecks.number(errors, "statedGoals", value(form, "statedGoals"), texts);
        return FieldChecks.number(errors, "statedMeasures", value(form, "statedMeasures"), texts);
    }

    private static String value(Map<String, String> form, String field) {
        return form.getOrDefault(field, "");
    }

    private static Map<String, String> fields(ConceptTree tree) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", tree.concept().title());
        fields.put("label", tree.version().label());
        fields.put("statedGoals", text(tree.version().statedGoals()));
        fields.put("statedMeasures", text(tree.version().statedMeasures()));
        return fields;
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private ModelAndView<Map<String, Object>> versionForm(
            PageFrame page, String county, ConceptVersion version, Map<String, String> form, List<Clash> clashes) {
        return new ModelAndView<>(
                "concept/versionForm",
                Map.of(
                        "page",
                        page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())),
                        "action",
                        ConceptLinks.base(county) + "/fassung/" + version.id(),
                        "cancelHref",
                        ConceptLinks.base(county) + "?version=" + version.id(),
                        "form",
                        form,
                        "clashes",
                        clashes,
                        "version",
                        version.version()));
    }
}
