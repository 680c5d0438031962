package de.kreiskonzept.platform.concept.editor;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** Who is to edit a section or measure, for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Eine Angabe in der Adresse ist ungültig")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Den Teil des Konzepts oder das Konto gibt es nicht")
@Secured({Roles.ADMIN, Roles.LEAD})
class EditorApi {
    private final Editors editors;

    EditorApi(Editors editors) {
        this.editors = editors;
    }

    /** An account to which the part is assigned. */
    @Serdeable
    @Schema(name = "Editor")
    record EditorView(String accountId, String name) {}

    @Get("/sections/{id}/editors")
    @Operation(summary = "Wer einen Abschnitt bearbeitet")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<EditorView>> listSectionEditors(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, Part.SECTION, id);
    }

    @Put("/sections/{id}/editors/{account}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Abschnitt einem Konto zur Bearbeitung zuweisen")
    @ApiResponse(responseCode = "204", description = "Zugewiesen; war er es schon, ändert sich nichts")
    void addSectionEditor(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID account) {
        editors.add(Part.SECTION, id, account, who);
    }

    @Delete("/sections/{id}/editors/{account}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Zuweisung eines Abschnitts aufheben")
    @ApiResponse(responseCode = "204", description = "Aufgehoben; gab es sie nicht, ändert sich nichts")
    void removeSectionEditor(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID account) {
        editors.remove(Part.SECTION, id, account, who);
    }

    @Get("/measures/{id}/editors")
    @Operation(summary = "Wer eine Maßnahme bearbeitet")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<EditorView>> listMeasureEditors(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return list(request, Part.MEASURE, id);
    }

    @Put("/measures/{id}/editors/{account}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme einem Konto zur Bearbeitung zuweisen")
    @ApiResponse(responseCode = "204", description = "Zugewiesen; war sie es schon, ändert sich nichts")
    void addMeasureEditor(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID account) {
        editors.add(Part.MEASURE, id, account, who);
    }

    @Delete("/measures/{id}/editors/{account}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Zuweisung einer Maßnahme aufheben")
    @ApiResponse(responseCode = "204", description = "Aufgehoben; gab es sie nicht, ändert sich nichts")
    void removeMeasureEditor(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID account) {
        editors.remove(Part.MEASURE, id, account, who);
    }

    private HttpResponse<List<EditorView>> list(HttpRequest<?> request, Part part, UUID id) {
        ListPart shown = ListPart.of(request);
        var assigned = editors.listAssigned(part, id).stream()
                .map(candidate -> new EditorView(candidate.account().toString(), candidate.name()))
                .toList();
        return HttpResponse.ok(assigned.stream()
                        .skip(shown.offset())
                        .limit(shown.size())
                        .toList())
                .header(HttpHeaders.LINK, shown.links(request, assigned.size()));
    }
}
