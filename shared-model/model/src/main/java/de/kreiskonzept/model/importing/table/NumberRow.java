package de.kreiskonzept.model.importing.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the product's own tables of numbers: an indicator or figure, or one of its values, which stand behind it.
 *
 * @param line in the {@link TableText}, 0 where there is none
 * @param isValue whether it is a value
 * @param values without empty ones
 * @param id of the stored indicator or figure, for a value with a slash and its period; empty for a new one
 * @param version of the stored indicator or figure, for a value of an indicator that of its series; empty for a new one
 * @param ownerId of the section, goal or measure it belongs to; empty where the file does not say it
 */
public record NumberRow(
        int line, Sheet sheet, boolean isValue, Map<Column, String> values, String id, String version, String ownerId) {
    /** What stands in the first column of a value. */
    public static final String VALUE = "Wert";

    private static final List<Column> OF_INDICATORS =
            Stream.of(Column.values()).filter(column -> column != Column.CHART).toList();
    private static final List<Column> OF_FIGURES = List.of(
            Column.PLACE,
            Column.NAME,
            Column.UNIT,
            Column.CHART,
            Column.PERIOD,
            Column.NUMBER,
            Column.MISSING,
            Column.BREAK,
            Column.SOURCE);

    /** Copies the values. */
    public NumberRow {
        var kept = new EnumMap<Column, String>(Column.class);
        values.forEach((column, value) -> {
            String clean = TableText.clean(value);
            if (!clean.isEmpty()) {
                kept.put(column, clean);
            }
        });
        values = kept;
    }

    /** The value of a column; empty where there is none. */
    public String value(Column column) {
        return values.getOrDefault(column, "");
    }

    /** Id of its indicator or figure without the period of a value. */
    public String ofId() {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }

    /** The period that a value had when it was exported, as in ISO 8601; empty for a new one. */
    public String period() {
        return id.substring(Math.min(ofId().length() + 1, id.length()));
    }

    /** The same below a place in other words. */
    NumberRow at(String place) {
        var other = new EnumMap<Column, String>(Column.class);
        other.putAll(values);
        other.put(Column.PLACE, place);
        return new NumberRow(line, sheet, isValue, other, id, version, ownerId);
    }

    /** The same as a new one. */
    public NumberRow asNew() {
        return new NumberRow(line, sheet, isValue, values, "", "", ownerId);
    }

    /** A column that people change. */
    public enum Column {
        /** Number and words of the section, goal or measure; empty for the concept as a whole. */
        PLACE("Gehört zu"),
        /** Name. */
        NAME("Bezeichnung"),
        /** What is counted in. */
        UNIT("Einheit"),
        /** What exactly is counted. */
        DEFINITION("Was genau gezählt wird"),
        /** Value at the beginning. */
        BASELINE("Ausgangswert"),
        /** When that was. */
        BASELINE_PERIOD("Zeitpunkt des Ausgangswerts"),
        /** Value to be reached. */
        TARGET("Zielwert"),
        /** Until when. */
        TARGET_PERIOD("Zu erreichen bis"),
        /** How it is drawn. */
        CHART("Darstellung"),
        /** Year, month or day of a value. */
        PERIOD("Zeit"),
        /** The number. */
        NUMBER("Wert"),
        /** Why there is none. */
        MISSING("Nicht erhoben, weil"),
        /** Why it cannot be compared with those before. */
        BREAK("Bruch in der Zeitreihe"),
        /** Where it comes from. */
        SOURCE("Quelle");

        private final String word;

        Column(String word) {
            this.word = word;
        }

        /** The head of the column. */
        public String word() {
            return word;
        }
    }

    /** A table of the workbook. */
    public enum Sheet {
        /** Indicators of goals and measures. */
        INDICATORS("Indikatoren", "Indikator"),
        /** Numbers, data, facts. */
        FIGURES("Kennzahlen", "Kennzahl");

        private final String word;
        private final String kind;

        Sheet(String word, String kind) {
            this.word = word;
            this.kind = kind;
        }

        /** Name of the table. */
        public String word() {
            return word;
        }

        /** What stands in the first column of a row that is no value. */
        public String kind() {
            return kind;
        }

        /** Columns between the first one and the hidden ones. */
        public List<Column> columns() {
            return switch (this) {
                case INDICATORS -> OF_INDICATORS;
                case FIGURES -> OF_FIGURES;
            };
        }

        /** Column of the id from 0; those of the version and of the owner are next to it. */
        public int id() {
            return columns().size() + 1;
        }

        /** Heads of all columns. */
        public List<String> head() {
            var head = new ArrayList<String>(List.of("Art"));
            columns().stream().map(Column::word).forEach(head::add);
            head.addAll(List.of("Kennung", "Version", "Kennung der Stelle"));
            return List.copyOf(head);
        }

        static Optional<Sheet> find(TablePart.Sheet part) {
            if (part.rows().isEmpty()) {
                return Optional.empty();
            }
            List<String> head =
                    part.rows().getFirst().cells().stream().map(TableCell::text).toList();
            return Stream.of(values())
                    .filter(sheet -> sheet.head().equals(head))
                    .findFirst();
        }
    }

    /** The words of all columns, in the order of the heads. */
    public List<String> cells() {
        var cells = new ArrayList<String>(List.of(isValue ? VALUE : sheet.kind()));
        sheet.columns().stream().map(this::value).forEach(cells::add);
        cells.addAll(List.of(id, version, ownerId));
        return List.copyOf(cells);
    }

    /** The row; empty where its first column says something else. */
    static Optional<NumberRow> of(TableRow row, Sheet sheet) {
        String word = row.find(0).map(TableCell::text).orElse("");
        boolean isValue = word.equalsIgnoreCase(VALUE);
        if (!isValue && !word.equalsIgnoreCase(sheet.kind())) {
            return Optional.empty();
        }
        var values = new EnumMap<Column, String>(Column.class);
        int line = row.line();
        for (int i = 0; i < sheet.columns().size(); i++) {
            Column column = sheet.columns().get(i);
            Optional<TableCell> cell = row.find(i + 1);
            cell.ifPresent(found -> values.put(column, found.text()));
            if (column == (isValue ? Column.NUMBER : Column.NAME)) {
                line = cell.map(TableCell::line).orElse(line);
            }
        }
        return Optional.of(new NumberRow(
                line,
                sheet,
                isValue,
                values,
                text(row, sheet.id()),
                text(row, sheet.id() + 1),
                text(row, sheet.id() + 2)));
    }

    private static String text(TableRow row, int column) {
        return row.find(column).map(TableCell::text).orElse("");
    }
}
