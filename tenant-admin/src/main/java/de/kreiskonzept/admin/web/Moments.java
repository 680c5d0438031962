package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.time.GermanTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes points in time as people read them here, for example "31.12.2025, 14:05 Uhr". */
@Singleton
public final class Moments {
    private final Clock clock;
    private final ZoneId zone;
    private final DateTimeFormatter minute;

    Moments(Clock clock) {
        this.clock = clock;
        this.zone = clock.getZone();
        this.minute = GermanTime.minute(zone);
    }

    /** This moment, in the time zone of the installation. */
    public OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), zone);
    }

    /** The time zone of the installation. */
    public ZoneId zone() {
        return zone;
    }

    /** The moment in the time zone of the installation. */
    public String of(OffsetDateTime moment) {
        return minute.format(moment);
    }

    /** The moment in the time zone of the installation. */
    public String of(Instant moment) {
        return minute.format(moment);
    }
}
