package de.kreiskonzept.platform.home.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "2028-02-28T05:59,",
        "2028-02-28T06:00, 2028-02-28",
        "2028-02-29T00:00, 2028-02-28",
        "2028-03-01T09:00,",
        "2026-03-29T09:00,",
        "2026-03-30T06:00, 2026-03-30"
    })
    void isDueOnMondayMorningOrOnTuesday(LocalDateTime now, LocalDate monday) {
        assertThat(DigestSchedule.due(now).orElse(null)).isEqualTo(monday);
    }
}
