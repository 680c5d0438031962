package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.node.Editing.Stored;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The buttons beside a node: up, down, delete, and take back a deletion. */
@Hidden
@Controller("/{county}/konzept/{kind}/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.LEAD, Roles.EDITOR})
class PlacementPages {
    private final Editing editing;
    private final Placement placement;
    private final Deletion deletion;

    PlacementPages(Editing editing, Placement placement, Deletion deletion) {
        this.editing = editing;
        this.placement = placement;
        this.deletion = deletion;
    }

    @Post("/hoch")
    HttpResponse<?> up(String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        return move(county, new Move(NodePages.kind(kind), id, true), fields, who);
    }

    @Post("/runter")
    HttpResponse<?> down(String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        return move(county, new Move(NodePages.kind(kind), id, false), fields, who);
    }

    private record Move(NodeKind kind, UUID id, boolean up) {}

    private HttpResponse<?> move(String county, Move move, Map<String, Object> fields, SignedIn who) {
        String goal = FieldChecks.field(fields, "goal");
        if (move.kind() == NodeKind.MEASURE && goal.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            placement.moveUnderGoal(move.id(), UUID.fromString(goal), move.up(), who);
        } else {
            placement.move(move.kind(), move.id(), move.up(), who);
        }
        return HttpResponse.seeOther(URI.create(above(county, move.kind(), move.id())));
    }

    @Post("/loeschen")
    HttpResponse<?> delete(String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        NodeKind node = NodePages.kind(kind);
        String above = above(county, node, id);
        deletion.delete(node, id, FieldChecks.version(fields), who);
        String joint = above.contains("?") ? "&" : "?";
        return HttpResponse.seeOther(URI.create(above + joint + "undo=" + kind + "/" + id));
    }

    @Post("/wiederherstellen")
    HttpResponse<?> restore(String county, SignedIn who, String kind, UUID id) {
        NodeKind node = NodePages.kind(kind);
        deletion.restore(node, id, who);
        return HttpResponse.seeOther(URI.create(above(county, node, id)));
    }

    private String above(String county, NodeKind kind, UUID id) {
        Stored stored = editing.stored(kind, id);
        UUID section = kind == NodeKind.SECTION ? editing.parentOf(id) : stored.section();
        return new Stored(stored.versionId(), section, 0, stored.form()).above(county);
    }
}
