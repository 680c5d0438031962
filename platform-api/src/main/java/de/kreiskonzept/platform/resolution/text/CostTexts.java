package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.measure.Cost;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;

/** What the measures of a version cost in each budget year. */
final class CostTexts {
    private final Texts texts;

    CostTexts(Texts texts) {
        this.texts = texts;
    }

    /** The sums as a table, and how many of the measures name costs at all. */
    String sums(List<UUID> measures, Map<UUID, Detailed> said) {
        List<List<Cost>> stated = measures.stream()
                .map(id -> said.getOrDefault(id, Detailed.NONE).detail().costs())
                .filter(costs -> !costs.isEmpty())
                .toList();
        if (stated.isEmpty()) {
            return texts.text("resolution.text.noCosts");
        }
        List<Cost> costs = stated.stream().flatMap(List::stream).toList();
        var lines = new ArrayList<String>();
        lines.add(texts.text("resolution.text.costs", stated.size(), measures.size()));
        NavigableMap<Integer, BigDecimal> years = Costs.byYear(costs);
        if (!years.isEmpty()) {
            lines.add("");
            lines.add(texts.text("resolution.text.costYears"));
            lines.add("");
            lines.add(TextTables.line(
                    texts.text("resolution.text.column.year"), texts.text("resolution.text.column.costs")));
            lines.add("| --- | --- |");
            years.forEach((year, sum) -> lines.add(TextTables.line(year.toString(), Costs.euros(sum))));
            lines.add("");
        }
        BigDecimal yearless = Costs.withoutYear(costs);
        if (yearless.signum() > 0) {
            String key = years.isEmpty() ? "resolution.text.yearlessOnly" : "resolution.text.yearless";
            lines.add(texts.text(key, Costs.euros(yearless)));
        }
        return String.join("\n", lines).strip();
    }
}
