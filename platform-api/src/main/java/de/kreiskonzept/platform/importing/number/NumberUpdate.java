package de.kreiskonzept.platform.importing.number;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.importing.table.NumberRow;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.importing.number.StoredNumbers.Entry;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out what exported tables of numbers that somebody has edited change in a version. A row with an id is that indicator, figure
 * or value; what differs is changed, unless it has been changed since the export. A row without one is new, unless there is one of its
 * name at its place or a value of its period. What the tables no longer have stays.
 */
public final class NumberUpdate {
    private static final String NOTHING = "";

    private final StoredNumbers stored;
    private final Supplier<UUID> ids;
    private final boolean exact;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> stale = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<IndicatorChange> indicators = new ArrayList<>();
    private final List<FigureChange> figures = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int known;

    /** A cell that differs from what is stored; both texts may be empty. */
    public record Change(int line, String field, String before, String after) {}

    /**
     * An indicator that is new or changes.
     *
     * @param before null for a new one
     * @param readings all values it has afterwards
     */
    record IndicatorChange(@Nullable IndicatorLine before, Indicator after, List<Reading> readings) {
        boolean defines() {
            return before == null || !before.indicator().equals(after);
        }

        boolean measures() {
            return before == null ? !readings.isEmpty() : !before.readings().equals(readings);
        }
    }

    /**
     * A figure that is new or changes.
     *
     * @param before null for a new one
     */
    record FigureChange(@Nullable Figure before, Figure after) {}

    private NumberUpdate(StoredNumbers stored, Supplier<UUID> ids, boolean exact) {
        this.stored = stored;
        this.ids = ids;
        this.exact = exact;
    }

    /** Compares; writes nothing. */
    static NumberUpdate of(StoredNumbers stored, List<NumberRow> rows, Supplier<UUID> ids) {
        return new NumberUpdate(stored, ids, false).compare(rows);
    }

    /** Makes what is stored say exactly what the rows say, values that they do not have taken away. */
    static NumberUpdate back(StoredNumbers stored, List<NumberRow> rows, Supplier<UUID> ids) {
        return new NumberUpdate(stored, ids, true).compare(rows);
    }

    private NumberUpdate compare(List<NumberRow> rows) {
        for (NumberBlock block : NumberBlock.of(stored, rows)) {
            block.lost().forEach(this::refuse);
            NumberRow head = block.head();
            Entry entry = block.entry();
            if (entry != null) {
                seen.add(entry.head().id());
                change(block, entry);
            } else if (head != null) {
                add(head, block.values());
            }
        }
        rows.stream().map(NumberRow::sheet).distinct().forEach(this::miss);
        return this;
    }

    /** Cells that change. */
    public List<Change> changes() {
        return changes;
    }

    /** Cells that stay as they are stored, because they were changed meanwhile, are gone or cannot be read. */
    public List<Change> stale() {
        return stale;
    }

    /** Stored indicators, figures and values that the tables do not have; they stay. */
    public List<String> missing() {
        return missing;
    }

    /** Number of indicators and figures that are new or change. */
    public int count() {
        return indicators.size() + figures.size();
    }

    /** Number of those that are there already in the same words and values. */
    public int known() {
        return known;
    }

    StoredNumbers stored() {
        return stored;
    }

    List<IndicatorChange> indicators() {
        return indicators;
    }

    List<FigureChange> figures() {
        return figures;
    }

    private void miss(Sheet sheet) {
        for (Entry entry : stored.all()) {
            String name = entry.head().sheet().kind() + " " + entry.head().value(Column.NAME);
            if (entry.head().sheet() != sheet) {
                continue;
            }
            if (!seen.contains(entry.head().id())) {
                missing.add(name);
            }
            entry.values().values().stream()
                    .filter(value -> seen.contains(entry.head().id()) && !seen.contains(value.id()))
                    .forEach(value -> missing.add(name + ", " + value.value(Column.PERIOD)));
        }
    }

    private void refuse(NumberRow row) {
        String name = row.isValue() ? row.value(Column.PERIOD) : row.value(Column.NAME);
        String words = row.isValue() ? NumberRow.VALUE : row.sheet().kind();
        stale.add(new Change(row.line(), words, NOTHING, name + " " + row.value(Column.NUMBER)));
    }

    private void change(NumberBlock block, Entry entry) {
        Object before = entry.node();
        List<Reading> readings = readings(block.values(), entry);
        NumberRow head = block.head();
        List<Change> differing = head == null ? List.of() : differing(head, entry.head());
        boolean fresh = head != null && isFresh(head, entry.head().version());
        Object after = before;
        if (!differing.isEmpty() && head != null) {
            Optional<Object> reworded = fresh ? reworded(before, head) : Optional.empty();
            reworded.ifPresentOrElse(any -> changes.addAll(differing), () -> stale.addAll(differing));
            after = reworded.orElse(before);
        }
        if (head != null) {
            stays(head, entry);
        }
        keep(before, after, readings);
    }

    // An indicator or figure cannot be moved to another place.
    private void stays(NumberRow head, Entry entry) {
        String place = head.value(Column.PLACE);
        boolean other = stored.place(head)
                .filter(node -> !id(node).equals(entry.head().ownerId()))
                .isPresent();
        if (other && !place.equals(entry.head().value(Column.PLACE))) {
            stale.add(new Change(head.line(), Column.PLACE.word(), entry.head().value(Column.PLACE), place));
        }
    }

    private void keep(Object before, Object after, List<Reading> readings) {
        switch (after) {
            case Indicator indicator
            when before instanceof IndicatorLine line -> indicators.add(new IndicatorChange(line, indicator, readings));
            case IndicatorLine line -> {
                if (line.readings().equals(readings)) {
                    known++;
                } else {
                    indicators.add(new IndicatorChange(line, line.indicator(), readings));
                }
            }
            case Figure figure
            when before instanceof Figure old -> {
                Figure counted = NumberCells.with(figure, readings);
                if (counted.equals(old)) {
                    known++;
                } else {
                    figures.add(new FigureChange(old, counted));
                }
            }
            default -> throw new IllegalStateException("no indicator or figure: " + after.getClass());
        }
    }

    private static Optional<Object> reworded(Object before, NumberRow head) {
        return switch (before) {
            case IndicatorLine line ->
                NumberCells.indicator(line.indicator(), head).map(Object.class::cast);
            case Figure figure ->
                NumberCells.figure(figure, head, figure.readings()).map(Object.class::cast);
            default -> Optional.empty();
        };
    }

    private static List<Change> differing(NumberRow row, NumberRow before) {
        return row.sheet().columns().stream()
                .filter(column -> column != Column.PLACE)
                .filter(column -> !NumberCells.meaning(row, column).equals(NumberCells.meaning(before, column)))
                .map(column -> new Change(row.line(), column.word(), before.value(column), row.value(column)))
                .toList();
    }

    private boolean isFresh(NumberRow row, String version) {
        return exact || row.id().isEmpty() || row.version().equals(version);
    }

    private List<Reading> readings(List<NumberRow> rows, Entry entry) {
        Map<String, Reading> readings = new TreeMap<>();
        if (!exact) {
            entry.readings().forEach(reading -> readings.put(reading.period().text(), reading));
        }
        for (NumberRow row : rows) {
            NumberRow before = row.id().isEmpty() ? null : entry.values().get(row.period());
            seen.add(row.id());
            if (exact || row.id().isEmpty()) {
                addValue(row, readings, entry);
            } else if (before == null) {
                refuse(row);
            } else {
                changeValue(row, before, readings);
            }
        }
        return List.copyOf(readings.values());
    }

    private void addValue(NumberRow row, Map<String, Reading> readings, @Nullable Entry entry) {
        Optional<Reading> reading = NumberCells.reading(row);
        String period = reading.map(one -> one.period().text()).orElse(NOTHING);
        Reading there = readings.get(period);
        if (reading.isEmpty() || readings.size() >= ReadingLines.MOST) {
            refuse(row);
        } else if (there == null) {
            readings.put(period, reading.get());
            changes.add(new Change(row.line(), row.value(Column.PERIOD), NOTHING, said(row)));
        } else {
            NumberRow same = entry == null ? null : entry.values().get(period);
            seen.add(same == null ? NOTHING : same.id());
            if (!NumberCells.same(there, reading.get())) {
                refuse(row);
            }
        }
    }

    private static String said(NumberRow row) {
        return row.value(Column.NUMBER).isEmpty() ? row.value(Column.MISSING) : row.value(Column.NUMBER);
    }

    private void changeValue(NumberRow row, NumberRow before, Map<String, Reading> readings) {
        List<Change> differing = differing(row, before);
        if (differing.isEmpty()) {
            return;
        }
        Optional<Reading> reading = NumberCells.reading(row);
        String period = reading.map(one -> one.period().text()).orElse(NOTHING);
        boolean free = period.equals(row.period()) || !readings.containsKey(period);
        if (reading.isPresent() && free && isFresh(row, before.version())) {
            readings.remove(row.period());
            readings.put(period, reading.get());
            changes.addAll(differing);
        } else {
            stale.addAll(differing);
        }
    }

    private void add(NumberRow head, List<NumberRow> rows) {
        Optional<Object> place = stored.place(head);
        boolean whole =
                head.sheet() == Sheet.FIGURES && head.value(Column.PLACE).isEmpty();
        if (place.isEmpty() && !whole) {
            refuse(head);
            rows.forEach(this::refuse);
            return;
        }
        Map<String, Reading> readings = new TreeMap<>();
        rows.forEach(row -> addValue(row, readings, null));
        List<Reading> all = List.copyOf(readings.values());
        boolean done = head.sheet() == Sheet.FIGURES
                ? addFigure(
                        head, place.map(Section.class::cast).map(Section::id).orElse(null), all)
                : addIndicator(head, place.orElseThrow(), all);
        if (done) {
            changes.add(new Change(head.line(), head.sheet().kind(), NOTHING, head.value(Column.NAME)));
        } else {
            refuse(head);
        }
    }

    private boolean addFigure(NumberRow head, @Nullable UUID section, List<Reading> readings) {
        int position = stored.all().size() + figures.size();
        var blank =
                new Figure(ids.get(), stored.versionId(), section, position, "-", "", "", ChartKind.BAR, readings, 0);
        Optional<Figure> figure = NumberCells.figure(blank, head, readings);
        figure.ifPresent(one -> figures.add(new FigureChange(null, one)));
        return figure.isPresent();
    }

    private boolean addIndicator(NumberRow head, Object owner, List<Reading> readings) {
        UUID goal = owner instanceof Goal one ? one.id() : null;
        UUID measure = owner instanceof Measure one ? one.id() : null;
        int position = stored.all().size() + indicators.size();
        var blank = new Indicator(
                ids.get(), stored.versionId(), ids.get(), goal, measure, position, "-", "", "", "", null, null, 0);
        Optional<Indicator> indicator = NumberCells.indicator(blank, head);
        indicator.ifPresent(one -> indicators.add(new IndicatorChange(null, one, readings)));
        return indicator.isPresent();
    }

    private static String id(Object node) {
        return switch (node) {
            case Section section -> section.id().toString();
            case Goal goal -> goal.id().toString();
            case Measure measure -> measure.id().toString();
            default -> NOTHING;
        };
    }
}
