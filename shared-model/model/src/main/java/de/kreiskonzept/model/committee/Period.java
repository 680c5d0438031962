package de.kreiskonzept.model.committee;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row.
 *
 * @param from first day; null where it has always been so
 * @param until last day; null where no end is known
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** Every day. */
    public static final Period ALWAYS = new Period(null, null);

    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a period must not end before it begins");
        }
    }

    /** Whether the day is one of them. */
    public boolean holds(LocalDate day) {
        return !isBefore(day) && (from == null || !day.isBefore(from));
    }

    /** Whether all of it lies before the day. */
    public boolean isBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
