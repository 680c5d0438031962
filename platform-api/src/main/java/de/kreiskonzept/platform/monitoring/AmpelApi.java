package de.kreiskonzept.platform.monitoring;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The Ampel for programs. */
@Tag(name = "monitoring", description = "Ampel und Bewertungen")
@Controller("/api/v1/{county}/ampel")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AmpelApi {
    private final Evaluation evaluation;

    AmpelApi(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Get
    @Operation(
            summary = "Ampel des Konzepts: gesamt, je Art, je Abschnitt, je Ziel",
            description = "Ein Landkreis ohne Konzept bekommt leere Listen und den Titel null.")
    @ApiResponse(responseCode = "200", description = "Die Ampel, soweit der Filter sie zeigt")
    @ApiResponse(responseCode = "400", description = "Der Filter ist kein gültiger Wert")
    @ApiResponse(responseCode = "401", description = "Nicht angemeldet")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Abschnitt gibt es nicht")
    AmpelView get(
            @PathVariable String county,
            @QueryValue @Nullable @Parameter(description = "field_of_action, cross_cutting_theme oder other")
                    String kind,
            @QueryValue @Nullable @Parameter(description = "Kennung eines Abschnitts") String section) {
        AmpelFilter filter = AmpelFilter.of(kind, section);
        return evaluation.find().map(all -> AmpelView.of(all.shown(filter))).orElseGet(AmpelView::none);
    }
}
