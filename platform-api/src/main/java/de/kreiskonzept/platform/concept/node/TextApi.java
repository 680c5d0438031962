package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.Answers;
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

/** Text blocks for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TextApi {
    private final Concepts concepts;
    private final Nodes nodes;
    private final Editing editing;
    private final Deletion deletion;
    private final Placement placement;
    private final Texts texts;

    TextApi(Concepts concepts, Nodes nodes, Editing editing, Deletion deletion, Placement placement, Texts texts) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.editing = editing;
        this.deletion = deletion;
        this.placement = placement;
        this.texts = texts;
    }

    /**
     * A text block as programs read it; it belongs to the version, to a section or to a goal.
     */
    @Serdeable
    @Schema(name = "TextBlock")
    record TextView(
            String id,
            String versionId,
            @Nullable String sectionId,
            @Nullable String goalId,
            int position,
            String name,
            String text,
            Instant modifiedAt,
            long version) {
        static TextView of(TextBlock text) {
            return new TextView(
                    text.id().toString(),
                    text.versionId().toString(),
                    Answers.text(text.sectionId()),
                    Answers.text(text.goalId()),
                    text.position(),
                    text.name(),
                    text.text(),
                    text.modifiedAt(),
                    text.version());
        }
    }

    /** What programs send for a text block; owners are needed for a new one and not changed later. */
    @Serdeable
    @Schema(name = "TextBlockInput")
    record TextInput(
            @Nullable UUID versionId,
            @Nullable UUID sectionId,
            @Nullable UUID goalId,
            @Nullable String name,
            @Nullable String text) {
        NodeForm form() {
            return new NodeForm(
                    "", "", Answers.text(name, ""), Answers.text(text, ""), "", "", true, "", "", List.of());
        }
    }

    @Get("/versions/{id}/texts")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Texte einer Fassung mit denen der Abschnitte und Ziele")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<TextView>> listTexts(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request, concepts.listTexts(id).stream().map(TextView::of).toList());
    }

    @Get("/texts/{id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Text lesen")
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    HttpResponse<TextView> getText(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(TextView.of(nodes.text(id)), TextView::version);
    }

    @Post("/texts")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text anlegen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<TextView> createText(@PathVariable String county, @Body TextInput input) {
        NodeForm form = input.form().checked(NodeKind.TEXT, texts);
        return Answers.created(
                TextView.of(editing.createText(new Place(input.versionId(), input.sectionId(), input.goalId()), form)),
                TextView::version);
    }

    @Put("/texts/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text ändern")
    @ApiResponse(responseCode = "200", description = "Geändert")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<TextView> changeText(
            @Parameter(hidden = true) HttpHeaders headers,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TextInput input) {
        long version = Versions.required(headers);
        NodeForm form = input.form().checked(NodeKind.TEXT, texts);
        return Answers.one(TextView.of(editing.changeText(id, version, form)), TextView::version);
    }

    @Delete("/texts/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Text löschen")
    @ApiResponse(responseCode = "204", description = "Gelöscht; lässt sich wiederherstellen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    void deleteText(@Parameter(hidden = true) HttpHeaders headers, @PathVariable String county, @PathVariable UUID id) {
        deletion.delete(NodeKind.TEXT, id, Versions.required(headers));
    }

    @Post("/texts/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Text wiederherstellen")
    @ApiResponse(responseCode = "200", description = "Wiederhergestellt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    HttpResponse<TextView> restoreText(@PathVariable String county, @PathVariable UUID id) {
        deletion.restore(NodeKind.TEXT, id);
        return Answers.one(TextView.of(nodes.text(id)), TextView::version);
    }

    @Post("/texts/{id}/move")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Text um einen Platz verschieben")
    @ApiResponse(responseCode = "204", description = "Verschoben; am Ende der Reihe ändert sich nichts")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    void moveText(@PathVariable String county, @PathVariable UUID id, @Body Answers.Move move) {
        placement.move(NodeKind.TEXT, id, move.isUp());
    }
}
