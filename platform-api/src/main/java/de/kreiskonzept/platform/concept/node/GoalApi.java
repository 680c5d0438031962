package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Overall goals, sub-goals and goals for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
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
            @Schema(maxLength = TextLimits.NUMBER) @Nullable String number,

            @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
            String text) {
        NodeForm form() {
            return new NodeForm(
                    Answers.text(kind, ""),
                    Answers.text(number, ""),
                    "",
                    Answers.text(text, ""),
                    "",
                    "",
                    "",
                    "",
                    List.of());
        }
    }

    @Get("/sections/{id}/goals")
    @Operation(summary = "Ziele eines Abschnitts, übergeordnete zuerst")
    @Operations.Listing
    HttpResponse<List<GoalView>> listGoals(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ConceptTree tree = Nodes.found(concepts.findTreeOfSection(id));
        var goals = Nodes.found(tree.findSection(id)).allGoals();
        return Answers.part(request, goals.stream().map(GoalView::of).toList());
    }

    @Get("/goals/{id}")
    @Operation(summary = "Ziel lesen")
    @Operations.Reading
    HttpResponse<GoalView> getGoal(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Post("/goals")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<GoalView> createGoal(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body GoalInput input) {
        NodeForm form = input.form().checked(NodeKind.GOAL, texts);
        UUID id = editing.create(NodeKind.GOAL, new Place(null, input.sectionId(), input.parentId()), form, who);
        return Answers.created(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Put("/goals/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<GoalView> changeGoal(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body GoalInput input) {
        long version = Versions.required(headers);
        editing.change(NodeKind.GOAL, id, version, input.form().checked(NodeKind.GOAL, texts), who);
        return Answers.one(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Delete("/goals/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ziel löschen")
    @Operations.Binning
    void deleteGoal(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        deletion.delete(NodeKind.GOAL, id, Versions.required(headers), who);
    }

    @Post("/goals/{id}/restore")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Ziel wiederherstellen")
    @Operations.Restoring
    HttpResponse<GoalView> restoreGoal(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.GOAL, id, who);
        return Answers.one(GoalView.of(nodes.goal(id)), GoalView::version);
    }

    @Post("/goals/{id}/move")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ziel um einen Platz verschieben")
    @Operations.Moving
    void moveGoal(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Answers.Move move) {
        placement.move(NodeKind.GOAL, id, move.isUp(), who);
    }
}
