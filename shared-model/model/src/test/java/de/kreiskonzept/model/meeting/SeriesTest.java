package de.kreiskonzept.model.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.meeting.Series.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2027, 1, 31);

    @Test
    void staysOnTheLastDayOfTheMonth() {
        assertThat(new Series(LAST_OF_JANUARY, Unit.MONTHS, 1, null, 4).days())
                .containsExactly(
                        LAST_OF_JANUARY,
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 4, 30));
    }

    @Test
    void endsOnItsLastDay() {
        assertThat(new Series(LAST_OF_JANUARY, Unit.WEEKS, 2, LAST_OF_JANUARY.plusWeeks(4), null).days())
                .containsExactly(LAST_OF_JANUARY, LAST_OF_JANUARY.plusWeeks(2), LAST_OF_JANUARY.plusWeeks(4));
        assertThat(new Series(LAST_OF_JANUARY, Unit.MONTHS, 3, LAST_OF_JANUARY.plusYears(1), 2).days())
                .hasSize(2);
        assertThat(new Series(LAST_OF_JANUARY, Unit.WEEKS, 1, LAST_OF_JANUARY.minusDays(1), null).days())
                .isEmpty();
    }

    @Test
    void showsThatThereWouldBeTooMany() {
        assertThat(new Series(LAST_OF_JANUARY, Unit.WEEKS, 1, LAST_OF_JANUARY.plusYears(9), null).days())
                .hasSize(Series.MOST + 1);
    }

    @Test
    void needsAnEndAndADistance() {
        assertThatThrownBy(() -> new Series(LAST_OF_JANUARY, Unit.WEEKS, 1, null, null))
                .hasMessageContaining("end");
        assertThatThrownBy(() -> new Series(LAST_OF_JANUARY, Unit.WEEKS, 0, null, 2))
                .hasMessageContaining("every");
        assertThatThrownBy(() -> new Series(LAST_OF_JANUARY, Unit.WEEKS, 1, null, Series.MOST + 1))
                .hasMessageContaining("times");
    }
}
