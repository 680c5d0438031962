package de.kreiskonzept.model.situation;

import de.kreiskonzept.model.concept.TextLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value at a period, or why there is none.
 *
 * @param value null where it was not collected
 * @param missing why it was not collected; empty where there is a value
 * @param breakNote why it cannot be compared with those before it (Zeitreihenbruch); empty where it can
 * @param source where it comes from; may be empty
 */
public record Reading(Period period, @Nullable BigDecimal value, String missing, String breakNote, String source) {
    /** @throws IllegalArgumentException if it has both a value and a reason why there is none, or neither, or a limit is not kept */
    public Reading {
        TextLimits.optional(missing, TextLimits.NAME, "missing");
        TextLimits.optional(breakNote, TextLimits.NAME, "breakNote");
        TextLimits.optional(source, TextLimits.NAME, "source");
        if (value == null ? missing.isBlank() : !missing.isEmpty()) {
            throw new IllegalArgumentException("either a value or a reason why there is none");
        }
        if (value != null && !GermanNumber.isStorable(value)) {
            throw new IllegalArgumentException("too many digits: " + value);
        }
    }

    /** Whether the series breaks before this value. */
    public boolean isBreak() {
        return !breakNote.isEmpty();
    }

    /** The value as people in Germany write it; empty where there is none. */
    public String number() {
        return value == null ? "" : GermanNumber.print(value);
    }
}
