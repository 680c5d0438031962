package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Section;
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

/** Handlungsfelder, Querschnittsthemen and other sections for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SectionApi {
    private final Concepts concepts;
    private final Nodes nodes;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Texts texts;

    SectionApi(Concepts concepts, Nodes nodes, Editing editing, Deletion deletion, Placement placement, Texts texts) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.texts = texts;
    }

    /**
     * A section as programs read it.
     *
     * @param parentId section above; null at the top
     * @param kind field_of_action, cross_cutting_theme or other
     */
    @Serdeable
    @Schema(name = "Section")
    record SectionView(
            String id,
            String versionId,
            @Nullable String parentId,
            int position,
            String kind,
            String number,
            String name,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures,
            Instant modifiedAt,
            long version) {
        static SectionView of(Section section) {
            return new SectionView(
                    section.id().toString(),
                    section.versionId().toString(),
                    Answers.text(section.parentId()),
                    section.position(),
                    section.kind().text(),
                    section.number(),
                    section.name(),
                    section.statedGoals(),
                    section.statedMeasures(),
                    section.modifiedAt(),
                    section.version());
        }
    }

    /**
     * What programs send for a section; what is missing is empty.
     *
     * @param versionId needed for a new section at the top
     * @param parentId section above a new one; not changed later
     */
    @Serdeable
    @Schema(name = "SectionInput")
    record SectionInput(
            @Nullable UUID versionId,
            @Nullable UUID parentId,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String name,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {
        NodeForm form() {
            return new NodeForm(
                    Answers.text(kind, ""),
                    Answers.text(number, ""),
                    Answers.text(name, ""),
                    "",
                    "",
                    "",
                    true,
                    Answers.text(statedGoals, ""),
                    Answers.text(statedMeasures, ""),
                    List.of());
        }
    }

    @Get("/versions/{id}/sections")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Abschnitte einer Fassung, übergeordnete zuerst")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<SectionView>> listSections(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ConceptTree tree = Nodes.found(concepts.findTree(id));
        return Answers.part(
                request, tree.allSections().stream().map(SectionView::of).toList());
    }

    @Get("/sections/{id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Abschnitt lesen")
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    HttpResponse<SectionView> getSection(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Post("/sections")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt anlegen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<SectionView> createSection(@PathVariable String county, @Body SectionInput input) {
        NodeForm form = input.form().checked(NodeKind.SECTION, texts);
        return Answers.created(
                SectionView.of(editing.createSection(new Place(input.versionId(), input.parentId(), null), form)),
                SectionView::version);
    }

    @Put("/sections/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt ändern")
    @ApiResponse(responseCode = "200", description = "Geändert")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<SectionView> changeSection(
            @Parameter(hidden = true) HttpHeaders headers,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SectionInput input) {
        long version = Versions.required(headers);
        NodeForm form = input.form().checked(NodeKind.SECTION, texts);
        return Answers.one(SectionView.of(editing.changeSection(id, version, form)), SectionView::version);
    }

    @Delete("/sections/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abschnitt löschen")
    @ApiResponse(responseCode = "204", description = "Gelöscht; lässt sich wiederherstellen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    void deleteSection(
            @Parameter(hidden = true) HttpHeaders headers, @PathVariable String county, @PathVariable UUID id) {
        deletion.delete(NodeKind.SECTION, id, Versions.required(headers));
    }

    @Post("/sections/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt wiederherstellen")
    @ApiResponse(responseCode = "200", description = "Wiederhergestellt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    HttpResponse<SectionView> restoreSection(@PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.SECTION, id);
        return Answers.one(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Post("/sections/{id}/move")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abschnitt um einen Platz verschieben")
    @ApiResponse(responseCode = "204", description = "Verschoben; am Ende der Reihe ändert sich nichts")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    void moveSection(@PathVariable String county, @PathVariable UUID id, @Body Answers.Move move) {
        placement.move(NodeKind.SECTION, id, move.isUp());
    }
}
