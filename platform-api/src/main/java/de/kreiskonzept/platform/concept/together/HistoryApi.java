package de.kreiskonzept.platform.concept.together;

import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.node.Editing;
import de.kreiskonzept.platform.concept.node.FieldWords;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The history of parts of the concept for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
class HistoryApi {
    private final FieldHistory history;
    private final Editing editing;
    private final Nodes nodes;
    private final FieldWords words;

    HistoryApi(FieldHistory history, Editing editing, Nodes nodes, FieldWords words) {
        this.history = history;
        this.editing = editing;
        this.nodes = nodes;
        this.words = words;
    }

    /**
     * One change.
     *
     * @param what created, changed, deleted or restored
     * @param field empty unless changed
     * @param before old value, maybe empty; ids of goals stand in lines
     * @param changedBy name of the account today
     * @param version of the part since then
     */
    @Serdeable
    @Schema(name = "FieldChange")
    record ChangeView(
            String id,
            String what,
            String field,
            String before,
            String after,
            Instant changedAt,
            String changedBy,
            long version) {}

    @Get("/versions/{id}/history")
    @Operation(summary = "Verlauf der Angaben zu einer Fassung, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listVersionHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, new Subject("version", nodes.version(id).id()));
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
        return list(request, new Subject(kind.text(), id));
    }

    private HttpResponse<List<ChangeView>> list(HttpRequest<?> request, Subject subject) {
        ListPart part = ListPart.of(request);
        var shown = history.list(subject, part.offset(), part.size()).stream()
                .map(this::view)
                .toList();
        return HttpResponse.ok(shown).header(HttpHeaders.LINK, part.links(request, history.count(subject)));
    }

    private ChangeView view(FieldChange change) {
        return new ChangeView(
                change.id().toString(),
                change.what().text(),
                change.field(),
                change.before(),
                change.after(),
                change.changedAt(),
                words.who(change),
                change.version());
    }
}
