package de.kreiskonzept.foundation.time;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and times are written, as DIN 5008 has them: {@code 31.12.2026}, {@code 31. Dezember 2026} and {@code 31.12.2026 14:05}. */
public final class GermanTime {
    /** A day. */
    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** A day with the name of its month. */
    public static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMANY);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private GermanTime() {}

    /** The day of a moment in this zone. */
    public static DateTimeFormatter day(ZoneId zone) {
        return DAY.withZone(zone);
    }

    /** The minute of a moment in this zone. */
    public static DateTimeFormatter minute(ZoneId zone) {
        return MINUTE.withZone(zone);
    }
}
