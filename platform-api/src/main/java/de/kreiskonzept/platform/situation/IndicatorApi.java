package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Indicators.Owner;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Indicators and their series for programs. */
@Tag(name = "situation")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class IndicatorApi {
    private final Indicators indicators;
    private final Texts texts;

    IndicatorApi(Indicators indicators, Texts texts) {
        this.indicators = indicators;
        this.texts = texts;
    }

    /**
     * A value at a period.
     *
     * @param period year, month or day as in ISO 8601
     */
    @Serdeable
    @Schema(name = "Mark")
    record MarkView(@Nullable BigDecimal value, @Nullable String period) {
        static @Nullable MarkView of(Indicator.@Nullable Mark mark) {
            return mark == null
                    ? null
                    : new MarkView(mark.value(), mark.period().text());
        }

        private static String number(@Nullable MarkView mark) {
            return mark == null || mark.value == null ? "" : GermanNumber.print(mark.value);
        }

        private static String text(@Nullable MarkView mark) {
            return mark == null ? "" : Answers.text(mark.period, "");
        }
    }

    /**
     * An indicator as programs read it; it belongs to a goal or to a measure.
     *
     * @param seriesId shared by all versions that took the indicator over
     */
    @Serdeable
    @Schema(name = "Indicator")
    record IndicatorView(
            String id,
            String versionId,
            String seriesId,
            @Nullable String goalId,
            @Nullable String measureId,
            String sectionId,
            String name,
            String unit,
            String definition,
            String source,
            @Nullable MarkView baseline,
            @Nullable MarkView target,
            long version) {
        static IndicatorView of(IndicatorLine line) {
            Indicator indicator = line.indicator();
            return new IndicatorView(
                    indicator.id().toString(),
                    indicator.versionId().toString(),
                    indicator.seriesId().toString(),
                    Answers.text(indicator.goalId()),
                    Answers.text(indicator.measureId()),
                    line.sectionId().toString(),
                    indicator.name(),
                    indicator.unit(),
                    indicator.definition(),
                    indicator.source(),
                    MarkView.of(indicator.baseline()),
                    MarkView.of(indicator.target()),
                    indicator.version());
        }
    }

    /** What programs send for an indicator; the owner is needed for a new one and not changed later. */
    @Serdeable
    @Schema(name = "IndicatorInput")
    record IndicatorInput(
            @Nullable UUID goalId,
            @Nullable UUID measureId,

            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String name,

            @Schema(maxLength = Indicator.UNIT) @Nullable String unit,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String definition,
            @Schema(maxLength = TextLimits.NAME) @Nullable String source,
            @Nullable MarkView baseline,
            @Nullable MarkView target) {
        IndicatorForm form() {
            return new IndicatorForm(
                    Answers.text(name, ""),
                    Answers.text(unit, ""),
                    Answers.text(definition, ""),
                    Answers.text(source, ""),
                    MarkView.number(baseline),
                    MarkView.text(baseline),
                    MarkView.number(target),
                    MarkView.text(target));
        }
    }

    /**
     * All values of an indicator.
     *
     * @param readings by period
     */
    @Serdeable
    @Schema(name = "Series")
    record SeriesView(List<ReadingView> readings, long version) {
        static SeriesView of(IndicatorLine line) {
            return new SeriesView(line.readings().stream().map(ReadingView::of).toList(), line.seriesVersion());
        }
    }

    /** The values that a series is to have, all of them. */
    @Serdeable
    @Schema(name = "SeriesInput")
    record SeriesInput(@Nullable List<ReadingView> readings) {}

    @Get("/versions/{id}/indicators")
    @Operation(summary = "Indikatoren einer Fassung")
    @Operations.Listing
    HttpResponse<List<IndicatorView>> listIndicators(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request, indicators.list(id).stream().map(IndicatorView::of).toList());
    }

    @Get("/indicators/{id}")
    @Operation(summary = "Indikator lesen")
    @Operations.Reading
    HttpResponse<IndicatorView> getIndicator(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(IndicatorView.of(indicators.get(id)), IndicatorView::version);
    }

    @Post("/indicators")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Indikator für ein Ziel oder eine Maßnahme anlegen")
    @Status(HttpStatus.CREATED)
    @Operations.Creating
    @Operations.InDraft
    HttpResponse<IndicatorView> createIndicator(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body IndicatorInput input) {
        var owner = new Owner(input.goalId(), input.measureId());
        indicators.requireCreate(owner, who);
        UUID id = indicators.create(owner, checked(input), who);
        return Answers.created(IndicatorView.of(indicators.get(id)), IndicatorView::version);
    }

    @Put("/indicators/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Indikator ändern")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<IndicatorView> changeIndicator(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body IndicatorInput input) {
        long version = Versions.required(headers);
        indicators.requireDefine(id, who);
        indicators.change(id, version, checked(input), who);
        return getIndicator(county, id);
    }

    @Delete("/indicators/{id}")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Indikator löschen; seine Werte bleiben den Fassungen, die sie teilen")
    @Operations.Binning
    void deleteIndicator(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        indicators.delete(id, Versions.required(headers), who);
    }

    @Post("/indicators/{id}/restore")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Indikator wiederherstellen")
    @Operations.Restoring
    HttpResponse<IndicatorView> restoreIndicator(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        indicators.restore(id, who);
        return getIndicator(county, id);
    }

    @Get("/indicators/{id}/readings")
    @Operation(summary = "Werte eines Indikators, auch die nicht erhobenen")
    @Operations.Reading
    HttpResponse<SeriesView> getReadings(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(SeriesView.of(indicators.get(id)), SeriesView::version);
    }

    @Put("/indicators/{id}/readings")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Operation(
            summary = "Alle Werte eines Indikators setzen",
            description = "Geht auch nach dem Beschluss der Fassung: Werte gehören zur Beobachtung, nicht zum Text.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<SeriesView> changeReadings(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body SeriesInput input) {
        long version = Versions.required(headers);
        indicators.requireMeasure(id, who);
        indicators.measure(id, version, ReadingView.readings(input.readings(), texts), who);
        return getReadings(county, id);
    }

    private IndicatorForm checked(IndicatorInput input) {
        IndicatorForm form = input.form();
        Answers.refuse(form.check(texts));
        return form;
    }
}
