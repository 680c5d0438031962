package de.kreiskonzept.model.importing.table;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.measure.Priority;
import de.kreiskonzept.model.measure.TimeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the row of any table says about a measure besides its words. Cells that cannot be read become words of the description, with
 * the name of their column.
 *
 * @param words for the description, maybe empty
 */
record RowDetail(MeasureDetail detail, List<String> words) {
    static RowDetail of(TableRow row, Columns columns) {
        var words = new ArrayList<String>();
        TimeFrame period = period(columns.cells(row, Meaning.PERIOD));
        if (period.text().length() > TextLimits.NAME || period instanceof TimeFrame.InWords) {
            words.addAll(columns.lines(row, Meaning.PERIOD, true));
            period = new TimeFrame.Unstated();
        }
        Costs.Read read = Costs.read(columns.joined(row, Meaning.COSTS, "\n"));
        List<Cost> costs = read.costs();
        if (!read.unreadable().isEmpty() || costs.size() > MeasureDetail.MOST_COSTS) {
            words.addAll(columns.lines(row, Meaning.COSTS, true));
            costs = List.of();
        }
        Optional<Priority> priority = DetailCells.priority(columns.joined(row, Meaning.PRIORITY, " "));
        if (priority.isEmpty()) {
            words.addAll(columns.lines(row, Meaning.PRIORITY, true));
        }
        String category = columns.joined(row, Meaning.CATEGORY, ", ").replace('\n', ' ');
        if (category.length() > MeasureDetail.CATEGORY) {
            words.addAll(columns.lines(row, Meaning.CATEGORY, true));
            category = "";
        }
        var detail = new MeasureDetail(MeasureReach.COUNTY, null, priority.orElse(null), category, period, costs);
        return new RowDetail(detail, words);
    }

    // Two columns are a beginning and an end.
    private static TimeFrame period(List<TableCell> cells) {
        List<String> words = cells.stream()
                .map(TableCell::text)
                .filter(text -> !text.isBlank())
                .toList();
        return words.size() == 2
                ? TimeFrame.of(words.getFirst() + " bis " + words.getLast())
                : TimeFrame.of(String.join(" ", words));
    }
}
