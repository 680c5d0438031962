package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.vocabulary.VocabularyStore;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lights of one measure for programs. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/measures/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MonitoringApi {
    private final Assessment assessment;
    private final VocabularyStore vocabularies;
    private final Texts texts;

    MonitoringApi(Assessment assessment, VocabularyStore vocabularies, Texts texts) {
        this.assessment = assessment;
        this.vocabularies = vocabularies;
        this.texts = texts;
    }

    @Get("/assessments")
    @Operation(summary = "Verlauf der Bewertungen einer Maßnahme, die neueste zuerst")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    @ApiResponse(responseCode = "200", description = "Teil des Verlaufs; Link nennt die anderen Teile")
    @ApiResponse(responseCode = "400", description = "Seite oder Größe ist keine gültige Zahl")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Maßnahme gibt es nicht")
    HttpResponse<List<AssessmentView>> list(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        ListPart part = ListPart.of(request);
        Assessment.History history = assessment.history(id, part.offset(), part.size());
        return HttpResponse.ok(history.rows().stream().map(AssessmentView::of).toList())
                .header(HttpHeaders.LINK, part.links(request, history.total()));
    }

    @Post("/assessments")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(
            summary = "Maßnahme bewerten",
            description = "Die Bewertung kommt zum Verlauf hinzu und wird der aktuelle Stand der Maßnahme.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Version der Maßnahme")
    @ApiResponse(responseCode = "201", description = "Bewertet; ETag nennt die neue Version der Maßnahme")
    @ApiResponse(responseCode = "400", description = "Kein lesbares JSON oder ein unbekanntes Feld")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "403", description = "Die Rolle darf nicht bewerten")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Maßnahme gibt es nicht")
    @ApiResponse(responseCode = "412", description = "Die Maßnahme wurde inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    HttpResponse<AssessmentView> assess(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body AssessmentForm form) {
        long version = Versions.required(headers);
        AssessmentForm named = form.named(vocabularies.find());
        FormErrors errors = named.errors(texts);
        errors.errors().stream().findFirst().ifPresent(error -> {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "invalid",
                    "monitoring.error.field",
                    error.field(),
                    error.message());
        });
        var added = assessment.assess(id, version, named.light(errors), who);
        return HttpResponse.created(AssessmentView.of(added)).header(HttpHeaders.ETAG, Versions.tag(version + 1));
    }

    /** Whether a measure counts. */
    @Serdeable
    @Schema(name = "EvaluationInput")
    record EvaluationInput(@Nullable Boolean counted) {}

    @Put("/evaluation")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Maßnahme in die Auswertung nehmen oder herausnehmen")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Version der Maßnahme")
    @ApiResponse(responseCode = "204", description = "Geändert")
    @ApiResponse(responseCode = "400", description = "Kein lesbares JSON oder ein unbekanntes Feld")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "403", description = "Die Rolle darf nicht bewerten")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Maßnahme gibt es nicht")
    @ApiResponse(responseCode = "412", description = "Die Maßnahme wurde inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    void count(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body EvaluationInput input) {
        long version = Versions.required(headers);
        if (input.counted() == null) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "monitoring.error.counted");
        }
        assessment.count(id, version, input.counted(), who);
    }
}
