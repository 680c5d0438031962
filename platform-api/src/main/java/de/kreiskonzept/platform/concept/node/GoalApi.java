package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.node.Editing.Place;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Overall goals, sub-goals and goals for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class GoalApi {
    private final Concepts concepts;
    private final Nodes nodes;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Texts texts;

    GoalApi(Concepts concepts, Nodes nodes, Editing editing, Deletion deletion, Placement placement, Texts texts) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.texts = texts;
    }

    /**
     * A goal as programs read it.
     *
     * @param parentId goal above; null at the top of the section
     * @param kind overall_goal, sub_goal or goal
     */
    @Serdeable
    @Schema(name = "Goal")
    record GoalView(
            String id,
            String sectionId,
            @Nullable String parentId,
            int position,
            String kind,
            String number,
            String text,
            Instant modifiedAt,
            long version) {
        static GoalView of(Goal goal) {
            return new GoalView(
                    goal.id().toString(),
                    goal.sectionId().toString(),
                    Answers.text(goal.parentId()),
                    goal.position(),
                    goal.kind().text(),
                    goal.number(),
                    goal.text(),
                    goal.modifiedAt(),
                    goal.version());
        }
    }

    /**
     * What programs send for a goal; what is missing is empty.
     *
     * @param sectionId needed for a new goal at the top of a section
     * @param parentId goal above a new one; not changed later
     */
    @Serdeable
    @Schema(name = "GoalInput")
    record GoalInput(
            @Nullable UUID sectionId,
            @Nullable UUID parentId,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String text) {
        NodeForm form() {
            return new NodeForm(
                    Answers.text(kind, ""),
                    Answers.text(number, ""),
                    "",
                    Answers.text(text, ""),
                    "",
                    "",
                    true,
                    "",
                    "",
                    List.of());
        }
    }

    @Get("/sections/{id}/goals")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Ziele eines Abschnitts, übergeordnete zuerst")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<GoalView>> listGoals(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ConceptTree tree = Nodes.found(concepts.findTreeOfSection(id));
        var goals = Nodes.found(tree.findSection(id)).allGoals();
        return Answers.part(request, goals.stream().map(GoalView::of).toList());
    }

    @Get("/goals/{id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Ziel lesen")
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    HttpResponse<GoalView> getGoal(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Post("/goals")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel anlegen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<GoalView> createGoal(@PathVariable String county, @Body GoalInput input) {
        NodeForm form = input.form().checked(NodeKind.GOAL, texts);
        return Answers.created(
                GoalView.of(editing.createGoal(new Place(null, input.sectionId(), input.parentId()), form)),
                GoalView::version);
    }

    @Put("/goals/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel ändern")
    @ApiResponse(responseCode = "200", description = "Geändert")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<GoalView> changeGoal(
            @Parameter(hidden = true) HttpHeaders headers,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body GoalInput input) {
        long version = Versions.required(headers);
        NodeForm form = input.form().checked(NodeKind.GOAL, texts);
        return Answers.one(GoalView.of(editing.changeGoal(id, version, form)), GoalView::version);
    }

    @Delete("/goals/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ziel löschen")
    @ApiResponse(responseCode = "204", description = "Gelöscht; lässt sich wiederherstellen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    void deleteGoal(@Parameter(hidden = true) HttpHeaders headers, @PathVariable String county, @PathVariable UUID id) {
        deletion.delete(NodeKind.GOAL, id, Versions.required(headers));
    }

    @Post("/goals/{id}/restore")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel wiederherstellen")
    @ApiResponse(responseCode = "200", description = "Wiederhergestellt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    HttpResponse<GoalView> restoreGoal(@PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.GOAL, id);
        return Answers.one(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Post("/goals/{id}/move")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ziel um einen Platz verschieben")
    @ApiResponse(responseCode = "204", description = "Verschoben; am Ende der Reihe ändert sich nichts")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    void moveGoal(@PathVariable String county, @PathVariable UUID id, @Body Answers.Move move) {
        placement.move(NodeKind.GOAL, id, move.isUp());
    }
}
