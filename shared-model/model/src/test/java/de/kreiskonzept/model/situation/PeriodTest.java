package de.kreiskonzept.model.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024, 2024",
        "3.2024, 2024-03, 03/2024",
        "03/2024, 2024-03, 03/2024",
        "29.02.2024, 2024-02-29, 29.02.2024",
        "1. 2. 2023, 2023-02-01, 01.02.2023",
        "2024-02-29, 2024-02-29, 29.02.2024"
    })
    void readsYearsMonthsAndDays(String words, String text, String printed) {
        Period period = Period.find(words).orElseThrow();
        assertThat(period.text()).isEqualTo(text);
        assertThat(period.print()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "29.02.2023",
                "31.04.2024",
                "13/2024",
                "00/2024",
                "0.1.2024",
                "2024-2",
                "20244",
                "0999",
                "heute"
            })
    void knowsNoOtherDays(String words) {
        assertThat(Period.find(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024,2024-01,2024-01-01,2024-02,2025"})
    void standsInTheOrderOfTime(String row) {
        List<Period> periods = List.of(row.split(",")).stream().map(Period::new).toList();
        assertThat(periods.reversed().stream().sorted()).isEqualTo(periods);
    }

    @Property
    void readsWhatItPrints(
            @ForAll @IntRange(min = 1000, max = 2999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day) {
        for (String text : List.of("%04d", "%04d-%02d", "%04d-%02d-%02d")) {
            var period = new Period(text.formatted(year, month, day));
            assertThat(Period.find(period.print())).contains(period);
            assertThat(period.years()).isBetween((double) year, year + 1.0);
        }
    }
}
