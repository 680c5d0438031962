package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Section;
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

/** Handlungsfelder, Querschnittsthemen and other sections for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
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
     * @param kind field_of_action, cross_cutting_theme, field_and_theme or other
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
            @Schema(maxLength = TextLimits.NUMBER) @Nullable String number,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Schema(minimum = "0", maximum = "999999") @Nullable
            Integer statedGoals,

            @Schema(minimum = "0", maximum = "999999") @Nullable
            Integer statedMeasures) {
        NodeForm form() {
            return new NodeForm(
                    Answers.text(kind, ""),
                    Answers.text(number, ""),
                    Answers.text(name, ""),
                    "",
                    "",
                    "",
                    Answers.text(statedGoals, ""),
                    Answers.text(statedMeasures, ""),
                    List.of());
        }
    }

    @Get("/versions/{id}/sections")
    @Operation(summary = "Abschnitte einer Fassung, übergeordnete zuerst")
    @Operations.Listing
    HttpResponse<List<SectionView>> listSections(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ConceptTree tree = Nodes.found(concepts.findTree(id));
        return Answers.part(
                request, tree.allSections().stream().map(SectionView::of).toList());
    }

    @Get("/sections/{id}")
    @Operation(summary = "Abschnitt lesen")
    @Operations.Reading
    HttpResponse<SectionView> getSection(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Post("/sections")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<SectionView> createSection(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body SectionInput input) {
        NodeForm form = input.form().checked(NodeKind.SECTION, texts);
        UUID id = editing.create(NodeKind.SECTION, new Place(input.versionId(), input.parentId(), null), form, who);
        return Answers.created(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Put("/sections/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<SectionView> changeSection(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SectionInput input) {
        long version = Versions.required(headers);
        editing.change(NodeKind.SECTION, id, version, input.form().checked(NodeKind.SECTION, texts), who);
        return Answers.one(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Delete("/sections/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abschnitt löschen")
    @Operations.Binning
    void deleteSection(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        deletion.delete(NodeKind.SECTION, id, Versions.required(headers), who);
    }

    @Post("/sections/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Abschnitt wiederherstellen")
    @Operations.Restoring
    HttpResponse<SectionView> restoreSection(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.SECTION, id, who);
        return Answers.one(SectionView.of(nodes.section(id)), SectionView::version);
    }

    @Post("/sections/{id}/move")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abschnitt um einen Platz verschieben")
    @Operations.Moving
    void moveSection(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body Answers.Move move) {
        placement.move(NodeKind.SECTION, id, move.isUp(), who);
    }
}
