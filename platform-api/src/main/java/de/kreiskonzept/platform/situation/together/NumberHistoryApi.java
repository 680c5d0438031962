package de.kreiskonzept.platform.situation.together;

import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.together.ChangeView;
import de.kreiskonzept.platform.concept.together.HistoryAnswers;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Figures;
import de.kreiskonzept.platform.situation.Indicators;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** The history of indicators and figures for programs. */
@Tag(name = "situation")
@Controller("/api/v1/{county}")
@Operations.All
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
class NumberHistoryApi {
    private final Indicators indicators;
    private final Figures figures;
    private final HistoryAnswers history;

    NumberHistoryApi(Indicators indicators, Figures figures, HistoryAnswers history) {
        this.indicators = indicators;
        this.figures = figures;
        this.history = history;
    }

    @Get("/indicators/{id}/history")
    @Operation(summary = "Verlauf eines Indikators mit seinen Werten, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listIndicatorHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return history.list(
                request, Indicators.subject(indicators.get(id).indicator().id()));
    }

    @Get("/figures/{id}/history")
    @Operation(summary = "Verlauf einer Kennzahl mit ihren Werten, das Neueste zuerst")
    @Operations.Listing
    HttpResponse<List<ChangeView>> listFigureHistory(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return history.list(request, Figures.subject(figures.get(id).id()));
    }
}
