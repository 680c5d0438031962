package de.kreiskonzept.platform.situation;

import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import java.math.BigDecimal;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Turns rows with values into records of the model; both tables of values name their columns alike. */
final class ReadingRows {
    private ReadingRows() {}

    static Reading reading(Record row) {
        return new Reading(
                new Period(row.get("period", String.class)),
                row.get("value", BigDecimal.class),
                row.get("missing", String.class),
                row.get("break_note", String.class),
                row.get("source", String.class));
    }

    static Indicator.@Nullable Mark mark(@Nullable BigDecimal value, @Nullable String period) {
        return value == null || period == null ? null : new Indicator.Mark(value, new Period(period));
    }

    static @Nullable BigDecimal value(Indicator.@Nullable Mark mark) {
        return mark == null ? null : mark.value();
    }

    static @Nullable String period(Indicator.@Nullable Mark mark) {
        return mark == null ? null : mark.period().text();
    }
}
