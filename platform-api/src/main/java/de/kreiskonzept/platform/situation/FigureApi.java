package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Figures.Place;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Figures for programs; a figure is read and sent with all its values. */
@Tag(name = "situation")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class FigureApi {
    private final Figures figures;
    private final Texts texts;

    FigureApi(Figures figures, Texts texts) {
        this.figures = figures;
        this.texts = texts;
    }

    /**
     * A figure as programs read it.
     *
     * @param sectionId null where it belongs to the version as a whole
     * @param chart bar or line
     * @param readings by period
     */
    @Serdeable
    @Schema(name = "Figure")
    record FigureView(
            String id,
            String versionId,
            @Nullable String sectionId,
            String name,
            String unit,
            String source,
            String chart,
            List<ReadingView> readings,
            long version) {
        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.id().toString(),
                    figure.versionId().toString(),
                    Answers.text(figure.sectionId()),
                    figure.name(),
                    figure.unit(),
                    figure.source(),
                    figure.chart().text(),
                    figure.readings().stream().map(ReadingView::of).toList(),
                    figure.version());
        }
    }

    /** What programs send for a figure; version or section are needed for a new one and not changed later. */
    @Serdeable
    @Schema(name = "FigureInput")
    record FigureInput(
            @Nullable UUID versionId,
            @Nullable UUID sectionId,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Schema(maxLength = Indicator.UNIT) @Nullable String unit,
            @Schema(maxLength = TextLimits.NAME) @Nullable String source,

            @Schema(description = "bar oder line; ohne Angabe bar") @Nullable
            String chart,

            @Nullable List<ReadingView> readings) {
        FigureForm form(Texts texts) {
            return new FigureForm(
                    Answers.text(name, ""),
                    Answers.text(unit, ""),
                    Answers.text(source, ""),
                    Answers.text(chart, "bar"),
                    ReadingLines.write(ReadingView.readings(readings, texts)));
        }
    }

    @Get("/versions/{id}/figures")
    @Operation(summary = "Zahlen, Daten, Fakten einer Fassung mit ihren Werten")
    @Operations.Listing
    HttpResponse<List<FigureView>> listFigures(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request, figures.list(id).stream().map(FigureView::of).toList());
    }

    @Get("/figures/{id}")
    @Operation(summary = "Kennzahl lesen")
    @Operations.Reading
    HttpResponse<FigureView> getFigure(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(FigureView.of(figures.get(id)), FigureView::version);
    }

    @Post("/figures")
    @Secured(Roles.LEAD)
    @Operation(summary = "Kennzahl für einen Abschnitt oder die ganze Fassung anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<FigureView> createFigure(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body FigureInput input) {
        var place = new Place(input.versionId(), input.sectionId());
        figures.requireCreate(place, who);
        UUID id = figures.create(place, checked(input), who);
        return Answers.created(FigureView.of(figures.get(id)), FigureView::version);
    }

    @Put("/figures/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Kennzahl mit allen Werten ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<FigureView> changeFigure(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body FigureInput input) {
        long version = Versions.required(headers);
        figures.requireChange(id, who);
        figures.change(id, version, checked(input), who);
        return getFigure(county, id);
    }

    @Delete("/figures/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Kennzahl löschen")
    @Operations.Binning
    void deleteFigure(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        figures.delete(id, Versions.required(headers), who);
    }

    @Post("/figures/{id}/restore")
    @Secured(Roles.LEAD)
    @Operation(summary = "Kennzahl wiederherstellen")
    @Operations.Restoring
    HttpResponse<FigureView> restoreFigure(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        figures.restore(id, who);
        return getFigure(county, id);
    }

    private FigureForm checked(FigureInput input) {
        FigureForm form = input.form(texts);
        Answers.refuse(form.check(texts));
        return form;
    }
}
