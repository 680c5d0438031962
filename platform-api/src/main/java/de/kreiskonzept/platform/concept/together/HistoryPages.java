package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldChange.What;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.history.HistoryLine;
import de.kreiskonzept.platform.concept.node.Editing;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.concept.node.FieldWords;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of one section, goal, measure or text, field by field, or that of the words about a whole version. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
class HistoryPages {
    private static final int ROWS = 50;

    private final FieldHistory history;
    private final Editing editing;
    private final Concepts concepts;
    private final FieldWords words;
    private final PageFrames frames;

    HistoryPages(FieldHistory history, Editing editing, Concepts concepts, FieldWords words, PageFrames frames) {
        this.history = history;
        this.editing = editing;
        this.concepts = concepts;
        this.words = words;
        this.frames = frames;
    }

    @Get("/fassung/{id}/verlauf")
    ModelAndView<Map<String, Object>> ofVersion(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue Integer page) {
        ConceptTree tree = Nodes.found(concepts.findTree(id));
        String back = ConceptLinks.base(county) + "?version=" + id;
        var shown = new Shown(new Subject("version", id), tree.version().label(), back, "", List.of());
        return view(request, county, shown, page);
    }

    @Get("/{kind}/{id}/verlauf")
    ModelAndView<Map<String, Object>> ofNode(
            HttpRequest<?> request, String county, String kind, UUID id, @Nullable @QueryValue Integer page) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        NodeKind node = Nodes.found(NodeKind.ofPath(kind));
        Stored stored = editing.stored(node, id);
        ConceptTree tree = Nodes.found(concepts.findTree(stored.versionId()));
        UUID section = stored.section();
        String form = editing.mayChange(node, id, who)
                ? ConceptLinks.base(county) + "/" + kind + "/" + id + "/bearbeiten"
                : "";
        return view(
                request,
                county,
                new Shown(
                        new Subject(node.text(), id),
                        words.name(node, stored.form()),
                        stored.seenAt(county, node, id),
                        form,
                        section == null ? List.of() : tree.trail(section)),
                page);
    }

    /**
     * What a page is about.
     *
     * @param form address of the form; empty where this person may not change it
     */
    private record Shown(Subject subject, String name, String back, String form, List<Section> trail) {}

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, Shown shown, @Nullable Integer page) {
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        PageFrame frame = frames.of(request, "history.title");
        var lines = history.list(shown.subject(), (number - 1L) * ROWS, ROWS).stream()
                .filter(change -> words.knows(change.field()))
                .map(change -> line(shown, change))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("page", frame.withBreadcrumb(ConceptLinks.crumbs(frame, county, shown.trail())));
        model.put("name", shown.name());
        model.put("back", shown.back());
        model.put("lines", lines);
        model.put("paging", new Paging(number, ROWS, history.count(shown.subject()), request.getPath()));
        return new ModelAndView<>("history/history", model);
    }

    private HistoryLine line(Shown shown, FieldChange change) {
        boolean takes = change.what() == What.CHANGED && !shown.form().isEmpty() && words.isInForm(change.field());
        return words.line(shown.subject().kind(), change, takes ? shown.form() + "?aus=" + change.id() : "");
    }
}
