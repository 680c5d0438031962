package de.kreiskonzept.model.workflow;

import java.time.LocalDate;
import java.util.Locale;

/** When somebody is reminded of the last day of an open step: once before it, and once after it. */
public enum ReminderKind {
    /** The step ends soon. */
    AHEAD,
    /** The step should be finished by now. */
    LATE;

    /** Days before the last one on which people are reminded first. */
    public static final int DAYS_AHEAD = 7;

    /** The last of the last days that somebody is reminded of today. */
    public static LocalDate horizon(LocalDate today) {
        return today.plusDays(DAYS_AHEAD);
    }

    /** Which one is due for a step that ends on this day, until {@link #horizon}. */
    public static ReminderKind of(LocalDate lastDay, LocalDate today) {
        return lastDay.isBefore(today) ? LATE : AHEAD;
    }

    /** Text in the database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
