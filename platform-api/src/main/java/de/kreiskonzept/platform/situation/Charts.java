package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws the series of indicators and figures, each with its words. */
public final class Charts {
    private static final String INK = "currentColor";

    private Charts() {}

    /** The chart of an indicator for a page. */
    static SeriesChart of(IndicatorLine line, Texts texts) {
        return of(line, texts, INK);
    }

    /** The chart of an indicator in this colour, as in SVG. */
    public static SeriesChart of(IndicatorLine line, Texts texts, String ink) {
        Indicator indicator = line.indicator();
        Indicator.Mark target = indicator.target();
        return chart(
                new Drawn(indicator.id(), indicator.name(), indicator.unit(), ChartKind.LINE, ink),
                line.readings(),
                target == null ? null : target.value(),
                texts);
    }

    /** The chart of a figure for a page. */
    public static SeriesChart of(Figure figure, Texts texts) {
        return of(figure, texts, INK);
    }

    /** The chart of a figure in this colour, as in SVG. */
    public static SeriesChart of(Figure figure, Texts texts, String ink) {
        return chart(
                new Drawn(figure.id(), figure.name(), figure.unit(), figure.chart(), ink),
                figure.readings(),
                null,
                texts);
    }

    private record Drawn(UUID id, String name, String unit, ChartKind kind, String ink) {}

    private static SeriesChart chart(Drawn drawn, List<Reading> readings, @Nullable BigDecimal target, Texts texts) {
        String title =
                drawn.unit().isEmpty() ? drawn.name() : texts.text("situation.chart.title", drawn.name(), drawn.unit());
        var words = new SeriesChart.Words(
                title,
                description(readings, texts),
                texts.text("situation.chart.missing"),
                texts.text("situation.chart.break"),
                texts.text("situation.chart.target"));
        return new SeriesChart("bild-" + drawn.id(), drawn.kind(), readings, target, words, drawn.ink());
    }

    /** The values in words: how many, from when to when, the least and the most. */
    static String description(List<Reading> readings, Texts texts) {
        List<Reading> known =
                readings.stream().filter(reading -> reading.value() != null).toList();
        if (known.isEmpty()) {
            return texts.text("situation.chart.none");
        }
        var byValue = Comparator.comparing((Reading reading) -> Objects.requireNonNull(reading.value()));
        Reading least = known.stream().min(byValue).orElseThrow();
        Reading most = known.stream().max(byValue).orElseThrow();
        return texts.text(
                "situation.chart.description",
                known.size(),
                known.getFirst().period().print(),
                known.getLast().period().print(),
                least.number() + " (" + least.period().print() + ")",
                most.number() + " (" + most.period().print() + ")");
    }
}
