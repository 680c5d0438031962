package de.kreiskonzept.model.importing.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of one table by their meaning. */
final class Columns {
    private final Map<Meaning, List<Head.Column>> byMeaning = new EnumMap<>(Meaning.class);
    private final Map<Integer, Meaning> byIndex = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    /** Column of a level to the column that holds its number. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    Columns(Head head, Mapping mapping) {
        for (Head.Column column : head.columns()) {
            Meaning meaning = mapping.columns().getOrDefault(column.name(), Meaning.NOTHING);
            if (meaning != Meaning.NOTHING) {
                byMeaning.computeIfAbsent(meaning, none -> new ArrayList<>()).add(column);
                byIndex.put(column.index(), meaning);
                names.put(column.index(), column.name());
            }
        }
        of(Meaning.NUMBER)
                .forEach(number -> level(number.index()).ifPresent(level -> numbers.put(level, number.index())));
    }

    private List<Head.Column> of(Meaning meaning) {
        return byMeaning.getOrDefault(meaning, List.of());
    }

    private Optional<Integer> level(int number) {
        List<Integer> levels = byIndex.entrySet().stream()
                .filter(entry -> entry.getValue().isLevel())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return levels.stream()
                .filter(level -> level > number)
                .min(Comparator.naturalOrder())
                .or(() -> levels.stream().max(Comparator.naturalOrder()));
    }

    boolean hasLevel() {
        return byIndex.values().stream().anyMatch(Meaning::isLevel);
    }

    boolean hasSection() {
        return byIndex.values().stream().anyMatch(Meaning::isSection);
    }

    boolean isUsed(int column) {
        return byIndex.containsKey(column);
    }

    boolean isLevel(int column) {
        return byIndex.getOrDefault(column, Meaning.NOTHING).isLevel();
    }

    /** The first cell with this meaning that holds words. */
    Optional<TableCell> find(TableRow row, Meaning meaning) {
        return of(meaning).stream()
                .flatMap(column -> row.find(column.index()).stream())
                .findFirst();
    }

    /** Cells with words in columns that mean something. */
    List<TableCell> used(TableRow row) {
        return row.cells().stream()
                .filter(cell -> isUsed(cell.column()) && !cell.text().isEmpty())
                .toList();
    }

    /** Whether a measure is described, though it is not named; a number alone may be that of a goal. */
    boolean hasDetails(TableRow row) {
        return used(row).stream()
                .map(cell -> byIndex.getOrDefault(cell.column(), Meaning.NOTHING))
                .anyMatch(meaning -> !meaning.isLevel() && meaning != Meaning.NUMBER);
    }

    /** Words of a level with the number of its own column, where it has one. */
    Label label(TableRow row, TableCell cell) {
        Label label = Label.of(cell.text());
        return Optional.ofNullable(numbers.get(cell.column()))
                .flatMap(row::find)
                .map(number -> label.numbered(number.text()))
                .orElse(label);
    }

    /** Cells with this meaning, in the order of their columns. */
    List<TableCell> cells(TableRow row, Meaning meaning) {
        return of(meaning).stream()
                .flatMap(column -> row.find(column.index()).stream())
                .toList();
    }

    String joined(TableRow row, Meaning meaning, String between) {
        return of(meaning).stream()
                .flatMap(column -> row.find(column.index()).stream())
                .map(TableCell::text)
                .collect(Collectors.joining(between));
    }

    /** Words of each column with this meaning, with the name of the column where there are several or where it is asked for. */
    List<String> lines(TableRow row, Meaning meaning, boolean named) {
        boolean names = named || of(meaning).size() > 1;
        return of(meaning).stream()
                .flatMap(column -> row.find(column.index()).stream())
                .map(cell -> names ? named(cell) : cell.text())
                .toList();
    }

    String named(TableCell cell) {
        return names.getOrDefault(cell.column(), "") + ": " + cell.text();
    }
}
