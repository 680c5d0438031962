package de.kreiskonzept.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.measure.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class StepTest {
    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.EPOCH;

    @Example
    void aStepIsLateFromTheDayAfterItsEnd() {
        var step = step("03/2028", "03/2028", StepState.UNDER_WAY);

        assertThat(step.isLate(LocalDate.of(2028, 3, 31))).isFalse();
        assertThat(step.isLate(LocalDate.of(2028, 4, 1))).isTrue();
    }

    @Example
    void aStepWithoutEndIsNeverLate() {
        assertThat(step("04/2017", null, StepState.PLANNED).isLate(LocalDate.of(2199, 1, 1)))
                .isFalse();
    }

    @Example
    void whatIsDoneOrDroppedIsNeitherLateNorDue() {
        for (StepState state : new StepState[] {StepState.DONE, StepState.DROPPED}) {
            var step = step("03/2017", "03/2017", state);
            assertThat(step.isLate(LocalDate.of(2026, 1, 1))).isFalse();
            assertThat(step.isDue(LocalDate.of(2026, 1, 1))).isFalse();
        }
    }

    @Example
    void aPlannedStepIsDueOnItsFirstDayAndNotBefore() {
        var step = step("03/2028", "05/2028", StepState.PLANNED);

        assertThat(step.isDue(LocalDate.of(2028, 2, 29))).isFalse();
        assertThat(step.isDue(LocalDate.of(2028, 3, 1))).isTrue();
        assertThat(step.isDue(LocalDate.of(2028, 6, 1))).isFalse();
    }

    @Example
    void shiftingKeepsTheLastDayOfAMonthWithinTheMonth() {
        var shifted = step("31.01.2028", "31.01.2028", StepState.PLANNED).shifted(1, NOW);

        assertThat(Objects.requireNonNull(shifted.from()).text()).isEqualTo("29.02.2028");
    }

    @Example
    void whatHasBegunKeepsItsDates() {
        var begun = step("03/2028", "04/2028", StepState.UNDER_WAY);

        assertThat(begun.shifted(5, NOW)).isEqualTo(begun);
    }

    @Property
    void noShiftEndsAStepBeforeItBegins(@ForAll @IntRange(min = -60, max = 60) int months) {
        var shifted = step("03/2028", "2028", StepState.PLANNED).shifted(months, NOW);

        assertThat(Objects.requireNonNull(shifted.until()).end())
                .isAfterOrEqualTo(Objects.requireNonNull(shifted.from()).start());
    }

    @Property
    void shiftingMonthsThereAndBackChangesNothing(
            @ForAll @IntRange(min = -60, max = 60) int months, @ForAll @IntRange(min = 1, max = 12) int month) {
        var step = step(month + "/2028", "12/2030", StepState.PLANNED);

        assertThat(step.shifted(months, NOW).shifted(-months, NOW)).isEqualTo(step);
    }

    @Example
    void noStepEndsBeforeItBegins() {
        assertThatThrownBy(() -> step("04/2028", "03/2028", StepState.PLANNED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void saysWhenInWords() {
        assertThat(step("03/2016", null, StepState.PLANNED).when()).isEqualTo("ab 03/2016");
        assertThat(step("03/2016", "2017", StepState.PLANNED).when()).isEqualTo("03/2016 bis 2017");
        assertThat(step("03/2016", "03/2016", StepState.PLANNED).when()).isEqualTo("03/2016");
    }

    private static Step step(String from, @Nullable String until, StepState state) {
        return new Step(
                ID,
                ID,
                null,
                "Brief der Verwaltungsspitze",
                "",
                Moment.find(from).orElseThrow(),
                until == null ? null : Moment.find(until).orElseThrow(),
                state,
                false,
                "",
                "",
                Precondition.NONE,
                Gathering.NONE,
                null,
                NOW,
                NOW,
                0);
    }
}
