package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.DeviationKind;
import de.kreiskonzept.model.importing.ParsedConcept.LeftOut;
import de.kreiskonzept.model.importing.table.NumberRow.Column;
import de.kreiskonzept.model.importing.table.NumberRow.Sheet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the product's own tables of numbers, each row with the words of the place that the table of the concept now has for it. */
final class NumberRows {
    private final OutlineRows.Found found;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();

    NumberRows(OutlineRows.Found found) {
        this.found = found;
        found.rows().forEach(this::know);
    }

    private void know(OutlineRow row) {
        String place = place(row);
        if (row.kind().isSection() || row.kind().isGoal() || row.kind() == OutlineRow.Kind.MEASURE) {
            words.put(row.id(), place);
            places.computeIfAbsent(
                            key(row.kind().isSection() ? Sheet.FIGURES : Sheet.INDICATORS, place),
                            none -> new HashSet<>())
                    .add(row.id().isEmpty() ? "line " + row.line() : row.id());
        }
    }

    private static String key(Sheet sheet, String place) {
        return sheet + " " + place.replaceAll("\\s+", " ");
    }

    /** Number and words of a node, as the tables of numbers name it. */
    static String place(OutlineRow row) {
        return (row.value(OutlineRow.Field.NUMBER) + " " + row.value(OutlineRow.Field.TEXT)).strip();
    }

    void take(Sheet sheet, TableRow row) {
        NumberRow.of(row, sheet)
                .map(number -> followsItsOwner(number) ? number.at(words.getOrDefault(number.ownerId(), "")) : number)
                .ifPresentOrElse(
                        number -> {
                            found.numbers().add(number);
                            if (!number.isValue() && !hasPlace(number)) {
                                leaveOut(row);
                            }
                        },
                        () -> leaveOut(row));
    }

    // Where the words of its place are no longer in the table of the concept, somebody has changed them there.
    private boolean followsItsOwner(NumberRow number) {
        return words.containsKey(number.ownerId())
                && !places.containsKey(key(number.sheet(), number.value(Column.PLACE)));
    }

    // An indicator that is stored already keeps its place whatever the cell says.
    private boolean hasPlace(NumberRow number) {
        String place = number.value(Column.PLACE);
        return (place.isEmpty() && number.sheet() == Sheet.FIGURES)
                || (!number.id().isEmpty() && !words.containsKey(number.ownerId()))
                || places.getOrDefault(key(number.sheet(), place), Set.of()).size() == 1;
    }

    private void leaveOut(TableRow row) {
        leaveOut(row, DeviationKind.ROW_WITHOUT_NODE, found);
    }

    static void leaveOut(TableRow row, DeviationKind why, OutlineRows.Found found) {
        List<TableCell> cells = row.cells();
        found.deviations()
                .add(new Deviation(
                        cells.getFirst().line(), why, cells.getFirst().text()));
        cells.forEach(cell -> found.leftOut().add(new LeftOut(cell.line(), why, cell.text())));
    }
}
