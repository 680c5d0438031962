package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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

/** Versions of the concept for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "400", description = "Kein lesbares JSON, ein unbekanntes Feld oder eine ungültige Kennung")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@ApiResponse(responseCode = "404", description = "Das gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConceptApi {
    private final ConceptStore store;
    private final Concepts concepts;
    private final Texts texts;

    ConceptApi(ConceptStore store, Concepts concepts, Texts texts) {
        this.store = store;
        this.concepts = concepts;
        this.texts = texts;
    }

    /**
     * A version of the concept as programs read it.
     *
     * @param title of the concept
     * @param state draft, preliminary, adopted, published or superseded
     * @param goals real number of goals that are no overall goals
     * @param measures real number of measures
     */
    @Serdeable
    @Schema(name = "ConceptVersion")
    record VersionView(
            String id,
            String title,
            String label,
            String state,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures,
            int goals,
            int measures,
            Instant modifiedAt,
            long version) {
        static VersionView of(ConceptTree tree) {
            ConceptVersion version = tree.version();
            return new VersionView(
                    version.id().toString(),
                    tree.concept().title(),
                    version.label(),
                    version.state().text(),
                    version.statedGoals(),
                    version.statedMeasures(),
                    tree.goalCount(),
                    tree.measureCount(),
                    version.modifiedAt(),
                    version.version());
        }
    }

    /** What programs send for a version; the title is that of the concept. */
    @Serdeable
    @Schema(name = "ConceptVersionInput")
    record VersionInput(
            @Nullable String title,
            @Nullable String label,
            @Nullable Integer statedGoals,
            @Nullable Integer statedMeasures) {
        @Override
        public String title() {
            return Answers.text(title, "");
        }

        @Override
        public String label() {
            return Answers.text(label, "");
        }

        StatedCounts stated() {
            return FieldChecks.stated(Answers.text(statedGoals, ""), Answers.text(statedMeasures, ""));
        }
    }

    @Get("/versions")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Fassungen des Konzepts, die neueste zuerst")
    @ApiResponse(responseCode = "200", description = "Teil der Liste; Link nennt die anderen Teile")
    @Parameter(name = "page", in = ParameterIn.QUERY, description = "Teil der Liste, ab 0")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "Zeilen je Teil, 1 bis 100")
    HttpResponse<List<VersionView>> listVersions(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        var versions = store.listVersions().stream()
                .flatMap(version -> store.findTree(version.id()).stream())
                .map(VersionView::of)
                .toList();
        return Answers.part(request, versions);
    }

    @Post("/versions")
    @Secured(Roles.LEAD)
    @Operation(summary = "Neuen Entwurf beginnen")
    @ApiResponse(responseCode = "201", description = "Begonnen; der erste bringt das Konzept selbst")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<VersionView> createVersion(@PathVariable String county, @Body VersionInput input) {
        check(input);
        var version = concepts.begin(input.title(), input.label(), input.stated());
        return Answers.created(VersionView.of(Nodes.found(store.findTree(version.id()))), VersionView::version);
    }

    @Get("/versions/{id}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Fassung lesen")
    @ApiResponse(responseCode = "200", description = "Gelesen; ETag nennt die Version")
    HttpResponse<VersionView> getVersion(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(VersionView.of(Nodes.found(store.findTree(id))), VersionView::version);
    }

    @Put("/versions/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Titel, Bezeichnung und angegebene Anzahlen ändern")
    @ApiResponse(responseCode = "200", description = "Geändert")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist beschlossen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<VersionView> changeVersion(
            @Parameter(hidden = true) HttpHeaders headers,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body VersionInput input) {
        long version = Versions.required(headers);
        check(input);
        concepts.change(id, version, input.title(), input.label(), input.stated());
        return Answers.one(VersionView.of(Nodes.found(store.findTree(id))), VersionView::version);
    }

    private void check(VersionInput input) {
        var errors = FieldChecks.required(FormErrors.none(), "title", input.title(), TextLimits.NAME, texts);
        errors = FieldChecks.required(errors, "label", input.label(), TextLimits.NAME, texts);
        errors = FieldChecks.number(errors, "statedGoals", Answers.text(input.statedGoals(), ""), texts);
        Answers.refuse(FieldChecks.number(errors, "statedMeasures", Answers.text(input.statedMeasures(), ""), texts));
    }
}
