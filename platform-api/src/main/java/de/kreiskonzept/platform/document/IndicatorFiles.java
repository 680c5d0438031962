package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.situation.IndicatorFilter;
import de.kreiskonzept.platform.situation.IndicatorLine;
import de.kreiskonzept.platform.situation.Indicators;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Indicators as files, a row for each value; the address takes the same filters as the page. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class IndicatorFiles {
    private final Indicators indicators;
    private final Concepts concepts;
    private final Downloads downloads;
    private final Texts texts;

    IndicatorFiles(Indicators indicators, Concepts concepts, Downloads downloads, Texts texts) {
        this.indicators = indicators;
        this.concepts = concepts;
        this.downloads = downloads;
        this.texts = texts;
    }

    @Get("/indikatoren.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(HttpRequest<?> request, @PathVariable String county) {
        return downloads.sheet("indikatoren", grid(request));
    }

    @Get("/indikatoren.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(HttpRequest<?> request, @PathVariable String county) {
        return downloads.text("indikatoren", grid(request));
    }

    private Grid grid(HttpRequest<?> request) {
        IndicatorFilter filter = IndicatorFilter.of(request.getParameters().asMap(String.class, String.class));
        UUID current = concepts.findCurrentVersion().map(ConceptVersion::id).orElseThrow(Refusal::notFound);
        List<String> head = Stream.of(
                        "column.section",
                        "column.owner",
                        "column.indicator",
                        "column.unit",
                        "field.baseline",
                        "field.baselinePeriod",
                        "field.target",
                        "field.targetPeriod",
                        "column.period",
                        "column.value",
                        "column.missing",
                        "column.break",
                        "field.source")
                .map(key -> texts.text("situation." + key))
                .toList();
        return new Grid(
                texts.text("situation.indicators.title"),
                head,
                indicators.list(filter, current).stream().flatMap(this::rows).toList());
    }

    private Stream<List<Object>> rows(IndicatorLine line) {
        return line.readings().isEmpty()
                ? Stream.of(row(line, List.of("", "", "", "", line.indicator().source())))
                : line.readings().stream().map(reading -> row(line, values(line.indicator(), reading)));
    }

    private static List<Object> values(Indicator indicator, Reading reading) {
        return List.of(
                reading.period().print(),
                cell(reading.value()),
                reading.missing(),
                reading.breakNote(),
                reading.source().isEmpty() ? indicator.source() : reading.source());
    }

    private static List<Object> row(IndicatorLine line, List<Object> values) {
        Indicator indicator = line.indicator();
        Indicator.Mark baseline = indicator.baseline();
        Indicator.Mark target = indicator.target();
        List<Object> first = List.of(
                line.section(),
                line.owner(),
                indicator.name(),
                indicator.unit(),
                baseline == null ? "" : baseline.value(),
                baseline == null ? "" : baseline.period().print(),
                target == null ? "" : target.value(),
                target == null ? "" : target.period().print());
        return Stream.concat(first.stream(), values.stream()).toList();
    }

    private static Object cell(@Nullable BigDecimal value) {
        return value == null ? "" : value;
    }
}
