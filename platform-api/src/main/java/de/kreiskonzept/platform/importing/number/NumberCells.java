package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Indicator.Mark;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cells of the tables of numbers, and what they say. */
final class NumberCells {
    private static final Map<ChartKind, String> CHARTS =
            new EnumMap<>(Map.of(ChartKind.BAR, "Balken", ChartKind.LINE, "Linie"));

    private NumberCells() {}

    static Map<Column, String> of(Indicator indicator, String place) {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.PLACE, place);
        cells.put(Column.NAME, indicator.name());
        cells.put(Column.UNIT, indicator.unit());
        cells.put(Column.DEFINITION, indicator.definition());
        mark(cells, Column.BASELINE, Column.BASELINE_PERIOD, indicator.baseline());
        mark(cells, Column.TARGET, Column.TARGET_PERIOD, indicator.target());
        cells.put(Column.SOURCE, indicator.source());
        return cells;
    }

    private static void mark(Map<Column, String> cells, Column number, Column period, @Nullable Mark mark) {
        if (mark != null) {
            cells.put(number, GermanNumber.print(mark.value()));
            cells.put(period, mark.period().print());
        }
    }

    static Map<Column, String> of(Figure figure, String place) {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.PLACE, place);
        cells.put(Column.NAME, figure.name());
        cells.put(Column.UNIT, figure.unit());
        cells.put(Column.CHART, CHARTS.getOrDefault(figure.chart(), ""));
        cells.put(Column.SOURCE, figure.source());
        return cells;
    }

    static Map<Column, String> of(Reading reading) {
        return Map.of(
                Column.PERIOD, reading.period().print(),
                Column.NUMBER, reading.number(),
                Column.MISSING, reading.missing(),
                Column.BREAK, reading.breakNote(),
                Column.SOURCE, reading.source());
    }

    /** What a cell says, however the number or period is written. */
    static String meaning(NumberRow row, Column column) {
        String words = row.value(column);
        return switch (column) {
            case BASELINE, TARGET, NUMBER ->
                number(words)
                        .map(value -> GermanNumber.print(value.stripTrailingZeros()))
                        .orElse(words);
            case PERIOD, BASELINE_PERIOD, TARGET_PERIOD ->
                Period.find(words).map(Period::print).orElse(words);
            default -> words;
        };
    }

    /** The value of a row; empty where it has no period, neither a number nor a reason, both, or too long texts. */
    static Optional<Reading> reading(NumberRow row) {
        String words = row.value(Column.NUMBER);
        Optional<BigDecimal> number = number(words);
        Optional<Period> period = Period.find(row.value(Column.PERIOD));
        if (period.isEmpty() || (number.isEmpty() && !words.isEmpty())) {
            return Optional.empty();
        }
        return valid(() -> new Reading(
                period.get(),
                number.orElse(null),
                row.value(Column.MISSING),
                row.value(Column.BREAK),
                row.value(Column.SOURCE)));
    }

    /** An indicator as the row says; empty where the row cannot be read. */
    static Optional<Indicator> indicator(Indicator base, NumberRow row) {
        if (!isMark(row, Column.BASELINE, Column.BASELINE_PERIOD)
                || !isMark(row, Column.TARGET, Column.TARGET_PERIOD)) {
            return Optional.empty();
        }
        return valid(() -> new Indicator(
                base.id(),
                base.versionId(),
                base.seriesId(),
                base.goalId(),
                base.measureId(),
                base.position(),
                row.value(Column.NAME),
                row.value(Column.UNIT),
                row.value(Column.DEFINITION),
                row.value(Column.SOURCE),
                mark(row, Column.BASELINE, Column.BASELINE_PERIOD),
                mark(row, Column.TARGET, Column.TARGET_PERIOD),
                base.version()));
    }

    /** A figure as the row says, with these values; empty where the row cannot be read. */
    static Optional<Figure> figure(Figure base, NumberRow row, List<Reading> readings) {
        String word = row.value(Column.CHART);
        Optional<ChartKind> chart = CHARTS.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(word))
                .map(Map.Entry::getKey)
                .findFirst();
        if (chart.isEmpty() && !word.isEmpty()) {
            return Optional.empty();
        }
        return valid(() -> new Figure(
                base.id(),
                base.versionId(),
                base.sectionId(),
                base.position(),
                row.value(Column.NAME),
                row.value(Column.UNIT),
                row.value(Column.SOURCE),
                chart.orElse(ChartKind.BAR),
                readings,
                base.version()));
    }

    /** The figure with other values. */
    static Figure with(Figure figure, List<Reading> readings) {
        return new Figure(
                figure.id(),
                figure.versionId(),
                figure.sectionId(),
                figure.position(),
                figure.name(),
                figure.unit(),
                figure.source(),
                figure.chart(),
                readings,
                figure.version());
    }

    /** Whether two values of a period say the same. */
    static boolean same(Reading one, Reading other) {
        BigDecimal value = one.value();
        BigDecimal otherValue = other.value();
        boolean sameValue = (value == null || otherValue == null)
                ? value == null && otherValue == null
                : value.compareTo(otherValue) == 0;
        return sameValue
                && one.missing().equals(other.missing())
                && one.breakNote().equals(other.breakNote())
                && one.source().equals(other.source());
    }

    private static boolean isMark(NumberRow row, Column number, Column period) {
        boolean none = row.value(number).isEmpty() && row.value(period).isEmpty();
        return none || mark(row, number, period) != null;
    }

    private static @Nullable Mark mark(NumberRow row, Column number, Column period) {
        return number(row.value(number))
                .flatMap(value -> Period.find(row.value(period)).map(at -> new Mark(value, at)))
                .orElse(null);
    }

    private static Optional<BigDecimal> number(String words) {
        return GermanNumber.find(words).filter(GermanNumber::isStorable);
    }

    // The records of the model say themselves what they can hold.
    private static <T> Optional<T> valid(Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
