package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureLine;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.concept.measure.Profiles;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Measures for programs; their lights are set by assessments. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class MeasureApi {
    private final MeasureStore store;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Profiles profiles;
    private final Texts texts;

    MeasureApi(
            MeasureStore store, Editing editing, Deletion deletion, Placement placement, Profiles profiles, Texts texts) {
        this.store = store;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.profiles = profiles;
        this.texts = texts;
    }

    @Get("/versions/{id}/measures")
    @Operation(summary = "Maßnahmen einer Fassung, mit Filtern")
    @Operations.Listing
    @Parameter(name = "section", in = ParameterIn.QUERY, description = "Nur aus diesem Abschnitt und darunter")
    @Parameter(name = "light", in = ParameterIn.QUERY, description = "green, yellow, red oder grey")
    @Parameter(name = "counted", in = ParameterIn.QUERY, description = "true oder false")
    @Parameter(name = "responsible", in = ParameterIn.QUERY, description = "Teil der Zuständigen")
    @Parameter(name = "reach", in = ParameterIn.QUERY, description = "county, municipal oder best_practice")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "do, examine, permanent_task oder project")
    @Parameter(name = "organisation", in = ParameterIn.QUERY, description = "Kennung einer genannten Organisation")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Teil von Nummer, Text oder Beschreibung")
    HttpResponse<List<MeasureView>> listMeasures(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ListPart part = ListPart.of(request);
        MeasureFilter filter = MeasureFilter.ofProgram(request.getParameters().asMap(String.class, String.class));
        editing.requireVersion(id);
        var found = store.list(id, filter, (int) part.offset(), part.size());
        var said = profiles.list(found.lines().stream().map(MeasureLine::measure).toList());
        var views = found.lines().stream()
                .map(line -> MeasureView.of(
                        line.measure(),
                        line.light(),
                        Objects.requireNonNull(said.get(line.measure().id())),
                        null))
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, found.total()));
    }

    @Get("/measures/{id}")
    @Operation(summary = "Maßnahme lesen")
    @Operations.Reading
    HttpResponse<MeasureView> getMeasure(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id), MeasureView::version);
    }

    @Post("/measures")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    HttpResponse<MeasureView> createMeasure(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body MeasureInput input) {
        NodeForm form = input.form().checked(NodeKind.MEASURE, texts);
        UUID id = editing.create(NodeKind.MEASURE, new Place(null, input.sectionId(), null), form, who);
        return Answers.created(view(id), MeasureView::version);
    }

    @Put("/measures/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme ändern")
    @Operations.Changing
    HttpResponse<MeasureView> changeMeasure(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body MeasureInput input) {
        long version = Versions.required(headers) - store.light(id).version();
        editing.change(NodeKind.MEASURE, id, version, input.form().checked(NodeKind.MEASURE, texts), who);
        return Answers.one(view(id), MeasureView::version);
    }

    @Delete("/measures/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme löschen")
    @Operations.Deleting
    void deleteMeasure(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        deletion.delete(
                NodeKind.MEASURE,
                id,
                Versions.required(headers) - store.light(id).version(),
                who);
    }

    @Post("/measures/{id}/restore")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Maßnahme wiederherstellen")
    @Operations.Restoring
    HttpResponse<MeasureView> restoreMeasure(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.MEASURE, id, who);
        return Answers.one(view(id), MeasureView::version);
    }

    @Post("/measures/{id}/move")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme um einen Platz verschieben")
    @Operations.Moving
    void moveMeasure(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Answers.Move move) {
        placement.move(NodeKind.MEASURE, id, move.isUp(), who);
    }

    private MeasureView view(UUID id) {
        Measure measure = Nodes.found(store.find(id));
        return MeasureView.of(measure, store.light(id), profiles.get(measure), store.listGoals(id));
    }
}
