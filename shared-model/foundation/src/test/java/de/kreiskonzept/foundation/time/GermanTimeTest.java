package de.kreiskonzept.foundation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class GermanTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MOMENT = Instant.parse("2026-12-31T23:05:09Z");

    @Test
    void writesAMomentAsItStandsInItsZone() {
        assertThat(GermanTime.minute(ZONE).format(MOMENT)).isEqualTo("01.01.2027, 00:05 Uhr");
        assertThat(GermanTime.minute(ZONE).format(OffsetDateTime.parse("2026-07-01T12:00:00+08:00")))
                .isEqualTo("01.07.2026, 06:00 Uhr");
        assertThat(GermanTime.day(ZONE).format(MOMENT)).isEqualTo("01.01.2027");
        assertThat(GermanTime.time(ZONE).format(MOMENT)).isEqualTo("00:05");
    }

    @Test
    void writesTheSecondForATrail() {
        assertThat(GermanTime.SECOND.format(MOMENT.atZone(ZONE))).isEqualTo("01.01.2027, 00:05:09 Uhr");
    }

    @Test
    void namesMonthAndDayOfTheWeekInGerman() {
        assertThat(GermanTime.LONG_DAY.format(MOMENT.atZone(ZONE))).isEqualTo("1. Januar 2027");
        assertThat(GermanTime.WEEKDAY.format(MOMENT.atZone(ZONE))).isEqualTo("Freitag, 01.01.2027");
        assertThat(GermanTime.MONTH.format(MOMENT.atZone(ZONE))).isEqualTo("01/2027");
    }
}
