package de.kreiskonzept.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Example;

class ReminderKindTest {
    private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);

    @Example
    void aStepIsOverdueFromTheDayAfterItsEnd() {
        assertThat(ReminderKind.of(TODAY, TODAY)).isEqualTo(ReminderKind.AHEAD);
        assertThat(ReminderKind.of(TODAY.minusDays(1), TODAY)).isEqualTo(ReminderKind.LATE);
    }

    @Example
    void peopleHearOfAnEndSevenDaysBefore() {
        assertThat(ReminderKind.horizon(TODAY)).isEqualTo(LocalDate.of(2028, 3, 7));
    }
}
