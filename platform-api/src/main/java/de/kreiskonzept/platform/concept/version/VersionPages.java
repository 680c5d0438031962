package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.VersionStore;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All versions of the concept, the life of one of them, its next step and a revision of it. */
@Hidden
@Controller("/{county}/konzept/fassungen")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class VersionPages {
    private final VersionStore versions;
    private final Adoption adoption;
    private final Revision revision;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter day;

    VersionPages(
            VersionStore versions, Adoption adoption, Revision revision, PageFrames frames, Texts texts, Clock clock) {
        this.versions = versions;
        this.adoption = adoption;
        this.revision = revision;
        this.frames = frames;
        this.texts = texts;
        this.day = GermanTime.day(clock.getZone());
    }

    /** What was typed into the two forms of a version, and what is wrong with it. */
    private record Typed(Decision decision, String label, String relation, FormErrors errors) {
        static Typed nothing() {
            return new Typed(new Decision("", "", "", ""), "", VersionRelation.SUCCESSOR.text(), FormErrors.none());
        }
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "concept.versions.heading");
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("versions", versions.list());
        return new ModelAndView<>("concept/versions", model);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        return view(request, county, who, id, Typed.nothing());
    }

    @Post("/{id}/stand")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> step(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Decision decision = Decision.of(fields);
        FormErrors errors = decision.check(adoption.today(), texts);
        if (!errors.isEmpty()) {
            var typed = new Typed(decision, "", VersionRelation.SUCCESSOR.text(), errors);
            return HttpResponse.unprocessableEntity().body(view(request, county, who, id, typed));
        }
        adoption.step(id, FieldChecks.version(fields), decision, who);
        return HttpResponse.seeOther(URI.create(address(county, id)));
    }

    @Post("/{id}/fortschreiben")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> revise(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        String label = FieldChecks.field(fields, "label");
        String relation = FieldChecks.field(fields, "relation");
        FormErrors errors = FieldChecks.required(FormErrors.none(), "label", label, TextLimits.NAME, texts);
        if (Arrays.stream(VersionRelation.values())
                .noneMatch(value -> value.text().equals(relation))) {
            errors = errors.with("relation", texts.text("concept.fault.choice"));
        }
        if (!errors.isEmpty()) {
            var typed = new Typed(new Decision("", "", "", ""), label, relation, errors);
            return HttpResponse.unprocessableEntity().body(view(request, county, who, id, typed));
        }
        UUID draft = revision.begin(id, label, VersionRelation.of(relation), who);
        return HttpResponse.seeOther(URI.create(address(county, draft)));
    }

    static String address(String county, UUID version) {
        return ConceptLinks.base(county) + "/fassungen/" + version;
    }

    /** Breadcrumb of a page about one version. */
    static Crumb[] crumbs(PageFrame page, String county, Crumb... last) {
        var crumbs = new Crumb[last.length + 2];
        crumbs[0] = new Crumb(page.t("concept.title"), ConceptLinks.base(county));
        crumbs[1] = new Crumb(page.t("concept.versions.heading"), ConceptLinks.base(county) + "/fassungen");
        System.arraycopy(last, 0, crumbs, 2, last.length);
        return crumbs;
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, SignedIn who, UUID id, Typed typed) {
        VersionStore.Summary summary = Nodes.found(versions.findSummary(id));
        ConceptVersion version = summary.version();
        PageFrame page =
                frames.of(request, "concept.version.title", version.label()).withErrors(typed.errors());
        boolean lead = who.role().equals(Roles.LEAD);
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, Crumb.here(page.title()))));
        model.put("base", ConceptLinks.base(county));
        model.put("summary", summary);
        model.put("steps", versions.listSteps(id));
        model.put(
                "others",
                versions.list().stream().map(VersionStore.Summary::version).toList());
        model.put("next", lead ? choices(version) : List.of());
        model.put("revises", lead && !version.state().editable());
        model.put("decision", typed.decision());
        model.put("label", typed.label());
        model.put("relation", typed.relation());
        model.put("day", day);
        model.put("papers", versions.hasPaper(id) ? "/" + county + "/vorlagen?fassung=" + id : "");
        return new ModelAndView<>("concept/version", model);
    }

    private List<Choice> choices(ConceptVersion version) {
        return Arrays.stream(VersionState.values())
                .filter(version.state().next()::contains)
                .map(state -> Choice.of(state.text(), texts.text("concept.step." + state.text()))
                        .withHint(texts.text("concept.stepHint." + state.text())))
                .toList();
    }
}
