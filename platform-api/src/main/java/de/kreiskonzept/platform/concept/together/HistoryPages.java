package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
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
    private final HistoryView history;
    private final Editing editing;
    private final Concepts concepts;
    private final FieldWords words;

    HistoryPages(HistoryView history, Editing editing, Concepts concepts, FieldWords words) {
        this.history = history;
        this.editing = editing;
        this.concepts = concepts;
        this.words = words;
    }

    @Get("/fassung/{id}/verlauf")
    ModelAndView<Map<String, Object>> ofVersion(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue Integer page) {
        ConceptTree tree = Nodes.found(concepts.findTree(id));
        String back = ConceptLinks.base(county) + "?version=" + id;
        var shown =
                new HistoryView.Shown(new Subject("version", id), tree.version().label(), back, field -> "", List.of());
        return history.of(request, county, shown, page);
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
        return history.of(
                request,
                county,
                new HistoryView.Shown(
                        new Subject(node.text(), id),
                        words.name(node, stored.form()),
                        stored.seenAt(county, node, id),
                        field -> words.isInForm(field) ? form : "",
                        section == null ? List.of() : tree.trail(section)),
                page);
    }
}
