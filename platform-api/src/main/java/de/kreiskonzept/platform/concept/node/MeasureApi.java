package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
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

/** Measures for programs; their lights are set by assessments. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeasureApi {
    private final MeasureStore store;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Texts texts;

    MeasureApi(MeasureStore store, Editing editing, Deletion deletion, Placement placement, Texts texts) {
        this.store = store;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.texts = texts;
    }

    /**
     * A measure as programs read it.
     *
     * @param light green, yellow, red or grey; set by an assessment
     * @param reason why it is not pursued; null unless red
     * @param goalIds goals it serves; null in lists
     */
    @Serdeable
    @Schema(name = "Measure")
    record MeasureView(
            String id,
            String sectionId,
            int position,
            String number,
            String text,
            String description,
            String responsible,
            boolean counted,
            String light,
            @Nullable String reason,
            @Nullable List<String> goalIds,
            Instant modifiedAt,
            long version) {
        static MeasureView of(Measure measure, @Nullable List<Goal> goals) {
            return new MeasureView(
                    measure.id().toString(),
                    measure.sectionId().toString(),
                    measure.position(),
                    measure.number(),
                    measure.text(),
                    measure.description(),
                    measure.responsible(),
                    measure.counted(),
                    measure.light().text(),
                    Answers.text(measure.reason()),
                    goals == null
                            ? null
                            : goals.stream().map(goal -> goal.id().toString()).toList(),
                    measure.modifiedAt(),
                    measure.version());
        }
    }

    /**
     * What programs send for a measure; what is missing is empty, a missing "counted" is true.
     *
     * @param sectionId needed for a new measure; not changed later
     * @param goalIds goals of the same version that it serves
     */
    @Serdeable
    @Schema(name = "MeasureInput")
    record MeasureInput(
            @Nullable UUID sectionId,
            @Nullable String number,
            @Nullable String text,
            @Nullable String description,
            @Nullable String responsible,
            @Nullable Boolean counted,
            @Nullable List<String> goalIds) {
        NodeForm form() {
            return new NodeForm(
                    "",
                    Answers.text(number, ""),
                    "",
                    Answers.text(text, ""),
                    Answers.text(description, ""),
                    Answers.text(responsible, ""),
                    counted == null || counted,
                    "",
                    "",
                    goalIds == null ? List.of() : goalIds);
        }
    }

    @Get("/versions/{id}/measures")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Maßnahmen einer Fassung, mit Filtern")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    @Parameter(name = "section", in = ParameterIn.QUERY, description = "Nur aus diesem Abschnitt und darunter")
    @Parameter(name = "light", in = ParameterIn.QUERY, description = "green, yellow, red oder grey")
    @Parameter(name = "counted", in = ParameterIn.QUERY, description = "true oder false")
    @Parameter(name = "responsible", in = ParameterIn.QUERY, description = "Teil der Zuständigen")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Teil von Nummer, Text oder Beschreibung")
    HttpResponse<List<MeasureView>> listMeasures(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ListPart part = ListPart.of(request);
        MeasureFilter filter = MeasureFilter.of(request.getParameters().asMap(String.class, String.class));
        var found = store.list(id, filter, (int) part.offset(), part.size());
        var views = found.lines().stream()
                .map(line -> MeasureView.of(line.measure(), null))
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, found.total()));
    }

    @Get("/measures/{id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Maßnahme lesen")
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    HttpResponse<MeasureView> getMeasure(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(Nodes.found(store.find(id))), MeasureView::version);
    }

    @Post("/measures")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme anlegen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<MeasureView> createMeasure(@PathVariable String county, @Body MeasureInput input) {
        NodeForm form = input.form().checked(NodeKind.MEASURE, texts);
        return Answers.created(
                view(editing.createMeasure(new Place(null, input.sectionId(), null), form)), MeasureView::version);
    }

    @Put("/measures/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme ändern")
    @ApiResponse(responseCode = "200", description = "Geändert")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<MeasureView> changeMeasure(
            @Parameter(hidden = true) HttpHeaders headers,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body MeasureInput input) {
        long version = Versions.required(headers);
        NodeForm form = input.form().checked(NodeKind.MEASURE, texts);
        return Answers.one(view(editing.changeMeasure(id, version, form)), MeasureView::version);
    }

    @Delete("/measures/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme löschen")
    @ApiResponse(responseCode = "204", description = "Gelöscht; lässt sich wiederherstellen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    void deleteMeasure(
            @Parameter(hidden = true) HttpHeaders headers, @PathVariable String county, @PathVariable UUID id) {
        deletion.delete(NodeKind.MEASURE, id, Versions.required(headers));
    }

    @Post("/measures/{id}/restore")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme wiederherstellen")
    @ApiResponse(responseCode = "200", description = "Wiederhergestellt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    HttpResponse<MeasureView> restoreMeasure(@PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.MEASURE, id);
        return Answers.one(view(Nodes.found(store.find(id))), MeasureView::version);
    }

    @Post("/measures/{id}/move")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme um einen Platz verschieben")
    @ApiResponse(responseCode = "204", description = "Verschoben; am Ende der Reihe ändert sich nichts")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    void moveMeasure(@PathVariable String county, @PathVariable UUID id, @Body Answers.Move move) {
        placement.move(NodeKind.MEASURE, id, move.isUp());
    }

    private MeasureView view(Measure measure) {
        return MeasureView.of(measure, store.listGoals(measure.id()));
    }
}
