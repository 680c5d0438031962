package de.kreiskonzept.platform.importing.figure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TableRow;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Figures out of a table with a row for each value. The head says what the columns hold, in any order.
 *
 * @param figures in the order of the table
 * @param faults what cannot be read, by row
 */
public record FigureTable(List<Found> figures, List<Fault> faults) {
    private static final int MOST = 5_000;

    /** What a column may hold, and the names it may have. */
    private enum Column {
        CHAPTER("|abschnitt|kapitel|handlungsfeld|"),
        NAME("|kennzahl|bezeichnung|name|merkmal|"),
        UNIT("|einheit|"),
        PERIOD("|jahr|zeit|zeitpunkt|datum|stichtag|"),
        VALUE("|wert|anzahl|zahl|"),
        MISSING("|nicht erhoben, weil|nicht erhoben|grund|"),
        BREAK("|bruch in der zeitreihe|zeitreihenbruch|bruch|"),
        SOURCE("|quelle|");

        private final String names;

        Column(String names) {
            this.names = names;
        }

        static Optional<Column> find(String head) {
            String name = "|" + head.strip().toLowerCase(Locale.GERMAN) + "|";
            return List.of(values()).stream()
                    .filter(column -> column.names.contains(name))
                    .findFirst();
        }
    }

    /**
     * A figure of the table.
     *
     * @param chapter name of the section; empty where the table names none
     * @param row of its first value
     */
    public record Found(String chapter, String name, String unit, int row, List<Reading> readings) {}

    /**
     * What is wrong with a row.
     *
     * @param kind key of the sentence
     * @param words the part of the row it is about
     */
    public record Fault(int row, String kind, String words) {}

    private record Key(String chapter, String name) {}

    /** Reads the first sheet of tables that a reader of files has written. */
    static FigureTable read(String content) {
        var reader = new Reader();
        TableText.read(content).stream()
                .filter(TablePart.Sheet.class::isInstance)
                .map(TablePart.Sheet.class::cast)
                .findFirst()
                .ifPresentOrElse(sheet -> reader.sheet(sheet.rows()), () -> reader.fault(1, "head", ""));
        return new FigureTable(List.copyOf(reader.figures.values()), List.copyOf(reader.faults));
    }

    private static final class Reader {
        private final Map<Key, Found> figures = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

        void fault(int row, String kind, String words) {
            faults.add(new Fault(row, kind, words));
        }

        void sheet(List<TableRow> rows) {
            if (rows.isEmpty() || !head(rows.getFirst())) {
                fault(rows.isEmpty() ? 1 : rows.getFirst().number(), "head", "");
                return;
            }
            rows.stream().skip(1).limit(MOST).filter(row -> !row.isEmpty()).forEach(this::row);
            if (rows.size() > MOST + 1) {
                fault(rows.get(MOST + 1).number(), "rows", String.valueOf(MOST));
            }
        }

        private boolean head(TableRow row) {
            row.cells()
                    .forEach(cell ->
                            Column.find(cell.text()).ifPresent(column -> columns.putIfAbsent(column, cell.column())));
            return columns.keySet().containsAll(Set.of(Column.NAME, Column.PERIOD, Column.VALUE));
        }

        private String text(TableRow row, Column column) {
            Integer at = columns.get(column);
            return at == null
                    ? ""
                    : row.find(at).map(cell -> cell.text().strip()).orElse("");
        }

        private void row(TableRow row) {
            String name = text(row, Column.NAME);
            String unit = text(row, Column.UNIT);
            Optional<Period> period = Period.find(text(row, Column.PERIOD));
            if (name.isEmpty() || name.length() > TextLimits.NAME) {
                fault(row.number(), "name", "");
            } else if (unit.length() > Indicator.UNIT) {
                fault(row.number(), "unit", unit);
            } else if (period.isEmpty()) {
                fault(row.number(), "period", text(row, Column.PERIOD));
            } else {
                reading(row, period.get())
                        .ifPresent(reading -> add(row, new Key(text(row, Column.CHAPTER), name), unit, reading));
            }
        }

        private Optional<Reading> reading(TableRow row, Period period) {
            String words = text(row, Column.VALUE);
            String missing = text(row, Column.MISSING);
            Optional<BigDecimal> value = GermanNumber.find(words);
            if (words.isEmpty() && missing.isEmpty()) {
                fault(row.number(), "reason", "");
            } else if (!words.isEmpty() && (value.isEmpty() || !missing.isEmpty())) {
                fault(row.number(), value.isEmpty() ? "number" : "both", words);
            } else {
                try {
                    return Optional.of(new Reading(
                            period, value.orElse(null), missing, text(row, Column.BREAK), text(row, Column.SOURCE)));
                } catch (IllegalArgumentException e) {
                    fault(row.number(), "long", "");
                }
            }
            return Optional.empty();
        }

        private void add(TableRow row, Key key, String unit, Reading reading) {
            Found old = figures.computeIfAbsent(
                    key, any -> new Found(key.chapter(), key.name(), unit, row.number(), new ArrayList<>()));
            if (!old.unit().equals(unit)) {
                fault(row.number(), "units", unit);
            } else if (old.readings().stream().anyMatch(one -> one.period().equals(reading.period()))) {
                fault(row.number(), "twice", reading.period().print());
            } else {
                old.readings().add(reading);
            }
        }
    }
}
