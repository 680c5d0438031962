package de.kreiskonzept.model.situation;

import de.kreiskonzept.model.concept.TextLimits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a goal or measure is seen to be reached: what is counted, from where to where until when. It is content of a version; its values
 * belong to the series, which goes on when the version is frozen and when a later version takes the indicator over.
 *
 * @param seriesId which series its values are
 * @param goalId null unless it belongs to a goal
 * @param measureId null unless it belongs to a measure; exactly one of both
 * @param position place among its siblings, from 0
 * @param unit such as "Personen" or "%"; may be empty
 * @param definition what exactly is counted; may be empty
 * @param source where the values come from; may be empty
 * @param baseline where it began; null where nobody knows
 * @param target where it is to go until when; null where none is set
 */
public record Indicator(
        UUID id,
        UUID versionId,
        UUID seriesId,
        @Nullable UUID goalId,
        @Nullable UUID measureId,
        int position,
        String name,
        String unit,
        String definition,
        String source,
        @Nullable Mark baseline,
        @Nullable Mark target,
        long version) {
    /** Most characters of a unit. */
    public static final int UNIT = 40;

    /** @throws IllegalArgumentException if it belongs to nothing or to two things, or a limit is not kept */
    public Indicator {
        if ((goalId == null) == (measureId == null)) {
            throw new IllegalArgumentException("an indicator belongs to a goal or to a measure");
        }
        TextLimits.required(name, TextLimits.NAME, "name");
        TextLimits.optional(unit, UNIT, "unit");
        TextLimits.optional(definition, TextLimits.TEXT, "definition");
        TextLimits.optional(source, TextLimits.NAME, "source");
    }

    /** What people write in it, by the names of its fields. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("definition", definition);
        fields.put("source", source);
        fields.put("baseline", baseline == null ? "" : baseline.print());
        fields.put("target", target == null ? "" : target.print());
        return fields;
    }

    /** A value at a period. */
    public record Mark(BigDecimal value, Period period) {
        /** As people in Germany write it: 1.234,5 (2024). */
        public String print() {
            return GermanNumber.print(value) + " (" + period.print() + ")";
        }
    }
}
