package de.kreiskonzept.admin.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes points in time as people read them here, for example "31.12.2025, 14:05 Uhr". */
@Singleton
public final class Moments {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm 'Uhr'");

    private final Clock clock;
    private final ZoneId zone;

    Moments(Clock clock) {
        this.clock = clock;
        this.zone = clock.getZone();
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
        return FORMAT.format(moment.atZoneSameInstant(zone));
    }

    /** The moment in the time zone of the installation. */
    public String of(Instant moment) {
        return FORMAT.format(moment.atZone(zone));
    }
}
