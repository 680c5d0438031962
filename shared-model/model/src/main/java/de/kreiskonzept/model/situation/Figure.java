package de.kreiskonzept.model.situation;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers on the situation in the county (Zahlen, Daten, Fakten). With all its values it is content of a version, and frozen with it:
 * the Kreistag adopts the numbers that stand in the concept.
 *
 * @param sectionId null where it belongs to the version as a whole
 * @param position place among its siblings, from 0
 * @param unit such as "Personen" or "%"; may be empty
 * @param source of all values that name none of their own; may be empty
 * @param readings by period, each period once
 */
public record Figure(
        UUID id,
        UUID versionId,
        @Nullable UUID sectionId,
        int position,
        String name,
        String unit,
        String source,
        ChartKind chart,
        List<Reading> readings,
        long version) {
    /** @throws IllegalArgumentException if a period stands there twice or a limit is not kept */
    public Figure {
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(unit, Indicator.UNIT, "unit");
        TextLimits.optional(source, TextLimits.NAME, "source");
        readings =
                readings.stream().sorted(Comparator.comparing(Reading::period)).toList();
        if (readings.stream().map(Reading::period).distinct().count() < readings.size()) {
            throw new IllegalArgumentException("a period stands there twice");
        }
    }

    /** What people write in it, by the names of its fields; its values one a line. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("source", source);
        fields.put("chart", chart.text());
        fields.put("values", ReadingLines.write(readings).strip());
        return fields;
    }
}
