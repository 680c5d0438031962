package de.kreiskonzept.foundation.time;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How days and times are written: {@code 31.12.2026}, {@code 31. Dezember 2026}, {@code 14:05} and {@code 31.12.2026, 14:05 Uhr}
 * (DIN 5008). All pages write them in this way.
 */
public final class GermanTime {
    /** A day. */
    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** A day with the name of its month. */
    public static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMANY);

    /** A day with the day of the week. */
    public static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMANY);

    /** A month in figures. */
    public static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    /** The time of a day; what stands around it says "Uhr". */
    public static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** A moment of a trail, which wants its second, where that stands in the time zone of the installation. */
    public static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm:ss 'Uhr'");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'Uhr'");

    private GermanTime() {}

    /** The day of a moment in this zone. */
    public static DateTimeFormatter day(ZoneId zone) {
        return DAY.withZone(zone);
    }

    /** The time of the day of a moment in this zone; what stands around it says "Uhr". */
    public static DateTimeFormatter time(ZoneId zone) {
        return TIME.withZone(zone);
    }

    /** The minute of a moment in this zone, with day and the word "Uhr". */
    public static DateTimeFormatter minute(ZoneId zone) {
        return MINUTE.withZone(zone);
    }
}
