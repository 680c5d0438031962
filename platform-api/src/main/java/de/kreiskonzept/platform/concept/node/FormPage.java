package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.Clash;
import de.kreiskonzept.platform.concept.node.Editing.Ground;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.concept.writing.Writing;
import io.micronaut.http.HttpRequest;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page with the form of a node; all four kinds share one that shows the fields of the kind. */
@Singleton
final class FormPage {
    private final Editing editing;
    private final Concepts concepts;
    private final Writing writing;
    private final FieldWords words;
    private final MeasureChoices choices;
    private final PageFrames frames;

    FormPage(
            Editing editing,
            Concepts concepts,
            Writing writing,
            FieldWords words,
            MeasureChoices choices,
            PageFrames frames) {
        this.editing = editing;
        this.concepts = concepts;
        this.writing = writing;
        this.words = words;
        this.choices = choices;
        this.frames = frames;
    }

    /**
     * What a form shows.
     *
     * @param id null for a new node
     * @param clashes fields that somebody else has changed meanwhile
     * @param version row version that the fields were written over
     */
    record Shown(
            NodeKind kind,
            @Nullable UUID id,
            Place place,
            NodeForm form,
            List<Clash> clashes,
            FormErrors errors,
            long version,
            @Nullable Notice notice) {
        /** A form as it is opened. */
        static Shown opened(NodeKind kind, @Nullable UUID id, Place place, FormStart.Started started) {
            return new Shown(
                    kind, id, place, started.form(), List.of(), FormErrors.none(), started.version(), started.notice());
        }

        /** A form that comes back with what was typed. */
        static Shown refused(
                NodeKind kind, @Nullable UUID id, Place place, FormStart.Started typed, FormErrors errors) {
            return new Shown(kind, id, place, typed.form(), List.of(), errors, typed.version(), null);
        }
    }

    /** What the form of a node is called by drafts and by who is present. */
    static Sheet sheet(NodeKind kind, UUID id, Stored stored) {
        return new Sheet(kind.path() + "/" + id + "/bearbeiten", stored.versionId(), id, stored.version());
    }

    /** The same of a form for a new node. */
    static Sheet sheet(NodeKind kind, Ground ground) {
        var goal = ground.goal() == null ? "" : "&ziel=" + ground.goal().id();
        var place = ground.section() == null
                ? "?fassung=" + ground.version()
                : "?abschnitt=" + ground.section().id() + goal;
        return new Sheet("neu/" + kind.path() + place, ground.version(), null, 0);
    }

    /** The form of a new node with what the profile of its version proposes. */
    NodeForm begin(NodeKind kind, Ground ground, Map<String, String> query) {
        ConceptTree tree = Nodes.found(concepts.findTree(ground.version()));
        return new ByProfile(tree, ground, true).begin(kind, query);
    }

    /** The page with its form. */
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, Shown shown) {
        Ground ground = editing.ground(shown.place());
        ConceptTree tree = Nodes.found(concepts.findTree(ground.version()));
        UUID section = ground.section() == null ? null : ground.section().id();
        var byProfile = new ByProfile(tree, ground, shown.id() == null);
        PageFrame page = frame(request, county, shown, byProfile);
        Sheet sheet = shown.id() == null
                ? sheet(shown.kind(), ground)
                : new Sheet(shown.kind().path() + "/" + shown.id() + "/bearbeiten", ground.version(), shown.id(), 0);
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("action", address(county, shown));
        model.put("beat", beat(county, shown));
        model.put("signIn", "/" + county + "/anmelden");
        model.put("cancelHref", new Stored(ground.version(), section, 0, shown.form()).above(county));
        model.put("kind", shown.kind().text());
        model.put("form", shown.form());
        model.put("clashes", clashes(shown));
        model.put("others", writing.others(sheet.form(), who(request)));
        model.put("hidden", hidden(shown));
        model.put("kinds", byProfile.kinds(shown.kind(), shown.form().kind()));
        model.put("profile", tree.profile());
        model.put(
                "chapters",
                shown.kind() == NodeKind.TEXT && section == null ? words.chapters(ground.version()) : List.of());
        model.put("goals", goals(tree, section));
        model.put(
                "offered",
                shown.kind() == NodeKind.MEASURE && section != null
                        ? choices.of(tree, section, shown.id())
                        : MeasureChoices.Offered.NONE);
        return new ModelAndView<>("concept/nodeForm", model);
    }

    /** The page that offers to go on with a draft. */
    ModelAndView<Map<String, Object>> offer(HttpRequest<?> request, String county, Shown shown, FormStart.Offer offer) {
        Ground ground = editing.ground(shown.place());
        ConceptTree tree = Nodes.found(concepts.findTree(ground.version()));
        UUID section = ground.section() == null ? null : ground.section().id();
        String form = ConceptLinks.base(county)
                + "/"
                + (shown.id() == null
                        ? sheet(shown.kind(), ground).form()
                        : shown.kind().path() + "/" + shown.id() + "/bearbeiten");
        var model = new HashMap<String, Object>();
        model.put("page", frame(request, county, shown, new ByProfile(tree, ground, shown.id() == null)));
        model.put("offer", offer);
        model.put("lines", words.lines(shown.kind().text(), offer.meanwhile()));
        model.put("goOnHref", form + (form.contains("?") ? "&" : "?") + "entwurf=ja");
        model.put("discard", beat(county, shown) + "/verwerfen");
        model.put("hidden", hidden(shown));
        model.put("cancelHref", new Stored(ground.version(), section, 0, shown.form()).above(county));
        return new ModelAndView<>("writing/offer", model);
    }

    private PageFrame frame(HttpRequest<?> request, String county, Shown shown, ByProfile byProfile) {
        String what = byProfile.name(shown.kind(), shown.form().kind(), words);
        PageFrame page = frames.of(request, shown.id() == null ? "concept.new.title" : "concept.edit.title", what)
                .withErrors(shown.errors());
        page = shown.notice() == null ? page : page.withNotice(shown.notice());
        return page.withBreadcrumb(ConceptLinks.crumbs(page, county, byProfile.trail()));
    }

    static SignedIn who(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class).orElseThrow();
    }

    private static String address(String county, Shown shown) {
        return ConceptLinks.base(county)
                + (shown.id() == null
                        ? "/neu/" + shown.kind().path()
                        : "/" + shown.kind().path() + "/" + shown.id() + "/bearbeiten");
    }

    /** Address to which an open form sends its signs of life and its draft. */
    private static String beat(String county, Shown shown) {
        return ConceptLinks.base(county)
                + (shown.id() == null
                        ? "/neu/" + shown.kind().path() + "/entwurf"
                        : "/" + shown.kind().path() + "/" + shown.id() + "/entwurf");
    }

    private List<Clash> clashes(Shown shown) {
        String kind = shown.kind().text();
        return shown.clashes().stream()
                .filter(clash -> words.knows(clash.field()))
                .map(clash -> new Clash(
                        clash.field(),
                        words.value(kind, clash.field(), clash.own()),
                        words.value(kind, clash.field(), clash.stored()),
                        clash.both()))
                .toList();
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

    private static List<Choice> goals(ConceptTree tree, @Nullable UUID section) {
        return section == null
                ? List.of()
                : Nodes.found(tree.findSection(section)).allGoals().stream()
                        .map(goal -> MeasureChoices.goal(tree, goal))
                        .toList();
    }
}
