package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.node.Editing;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** The history of parts of the concept for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
class HistoryApi {
    private final HistoryAnswers history;
    private final Editing editing;
    private final Nodes nodes;

    HistoryApi(HistoryAnswers history, Editing editing, Nodes nodes) {
        this.history = history;
        this.editing = editing;
        this.nodes = nodes;
    }

    @Get("/versions/{id}/history")
    @Operation(summary = "Verlauf der Angaben zu einer Fassung, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listVersionHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return history.list(request, new Subject("version", nodes.version(id).id()));
    }

    @Get("/sections/{id}/history")
    @Operation(summary = "Verlauf eines Abschnitts, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listSectionHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, NodeKind.SECTION, id);
    }

    @Get("/goals/{id}/history")
    @Operation(summary = "Verlauf eines Ziels, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listGoalHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, NodeKind.GOAL, id);
    }

    @Get("/measures/{id}/history")
    @Operation(summary = "Verlauf einer Maßnahme, das Neueste zuerst; Ampeln stehen bei den Bewertungen")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listMeasureHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, NodeKind.MEASURE, id);
    }

    @Get("/texts/{id}/history")
    @Operation(summary = "Verlauf eines Textes, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listTextHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, NodeKind.TEXT, id);
    }

    private HttpResponse<List<ChangeView>> list(HttpRequest<?> request, NodeKind kind, UUID id) {
        editing.stored(kind, id);
        return history.list(request, new Subject(kind.text(), id));
    }
}
