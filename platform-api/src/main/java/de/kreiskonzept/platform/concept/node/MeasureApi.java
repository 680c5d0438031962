package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.measure.BodyRole;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.CostKind;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.measure.MeasureCards;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureLine;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final MeasureCards cards;
    private final Texts texts;

    MeasureApi(
            MeasureStore store,
            Editing editing,
            Deletion deletion,
            Placement placement,
            MeasureCards cards,
            Texts texts) {
        this.store = store;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.cards = cards;
        this.texts = texts;
    }

    /**
     * What programs send for a measure; what is missing is empty.
     *
     * @param sectionId needed for a new measure; not changed later
     * @param responsible all bodies in one line; without effect where bodies are sent
     * @param bodies the same one by one
     * @param timeFrame in German words such as "ab 2026", "03/2026 bis 12/2027", "laufend"
     * @param partOf measure of the same version that this one is a part of
     * @param goalIds goals of the same version that it serves
     */
    @Serdeable
    @Schema(name = "MeasureInput")
    record MeasureInput(
            @Nullable UUID sectionId,
            @Schema(maxLength = TextLimits.NUMBER) @Nullable String number,

            @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
            String text,

            @Schema(maxLength = TextLimits.TEXT) @Nullable String description,
            @Schema(maxLength = TextLimits.BODIES) @Nullable String responsible,
            @Nullable List<BodyInput> bodies,
            @Nullable String reach,
            @Nullable String kind,
            @Nullable String priority,

            @Schema(maxLength = MeasureDetail.CATEGORY) @Nullable
            String category,

            @Schema(maxLength = TextLimits.NAME) @Nullable String timeFrame,
            @Nullable List<CostInput> costs,
            @Nullable UUID partOf,
            @Nullable List<String> goalIds) {
        /** A line that names no costs, so that the check says which field is wrong. */
        private static final String NO_COSTS = "?";

        /**
         * A body that a measure names.
         *
         * @param role lead, participates or reports_to
         */
        @Serdeable
        @Schema(name = "MeasureBodyInput")
        record BodyInput(
                @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
                String name,

                @Nullable String role) {}

        /**
         * Costs of a measure.
         *
         * @param kind once or yearly
         */
        @Serdeable
        @Schema(name = "MeasureCostInput")
        record CostInput(
                @Nullable String kind,
                @Nullable BigDecimal euros,
                @Nullable Integer fromYear,
                @Nullable Integer untilYear,

                @Schema(maxLength = TextLimits.NAME) @Nullable
                String note) {
            String line() {
                if (kind == null || CostKind.find(kind).isEmpty() || euros == null) {
                    return NO_COSTS;
                }
                try {
                    var cost = new Cost(CostKind.of(kind), euros, fromYear, untilYear, Answers.text(note, ""));
                    return Costs.text(List.of(cost), "");
                } catch (IllegalArgumentException e) {
                    return NO_COSTS;
                }
            }
        }

        NodeForm form() {
            return new NodeForm(
                    "",
                    Answers.text(number, ""),
                    "",
                    Answers.text(text, ""),
                    Answers.text(description, ""),
                    bodies == null ? Answers.text(responsible, "") : line(bodies),
                    "",
                    "",
                    goalIds == null ? List.of() : goalIds,
                    new MeasureForm(
                            Answers.text(timeFrame, ""),
                            Answers.text(reach, ""),
                            Answers.text(kind, ""),
                            Answers.text(priority, ""),
                            Answers.text(category, ""),
                            costs == null
                                    ? ""
                                    : costs.stream().map(CostInput::line).collect(Collectors.joining("\n")),
                            Answers.text(partOf, "")),
                    "");
        }

        private static String line(List<BodyInput> bodies) {
            try {
                return new BodyList(bodies.stream()
                                .map(body -> new de.kreiskonzept.model.measure.Body(
                                        Answers.text(body.name(), "").strip(),
                                        BodyRole.of(Answers.text(body.role(), BodyRole.PARTICIPATES.text()))))
                                .toList())
                        .text();
            } catch (IllegalArgumentException e) {
                throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "concept.refused.bodies");
            }
        }
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
    @Parameter(name = "editor", in = ParameterIn.QUERY, description = "Kennung des Kontos, dem sie zugeordnet sind")
    @Parameter(
            name = "quietMonths",
            in = ParameterIn.QUERY,
            description = "6, 12 oder 24: seit so vielen Monaten nichts gemeldet")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Teil von Nummer, Text oder Beschreibung")
    HttpResponse<List<MeasureView>> listMeasures(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ListPart part = ListPart.of(request);
        MeasureFilter filter = MeasureFilter.ofProgram(request.getParameters().asMap(String.class, String.class));
        editing.requireVersion(id);
        var found = store.list(id, filter, (int) part.offset(), part.size());
        var said = cards.list(found.lines().stream().map(MeasureLine::measure).toList());
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
    @Operations.InDraft
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
    @Operations.InDraft
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
    @Operations.Binning
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
        return MeasureView.of(measure, store.light(id), cards.get(measure), store.listGoals(id));
    }
}
