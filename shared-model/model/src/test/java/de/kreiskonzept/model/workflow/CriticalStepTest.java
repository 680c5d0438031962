package de.kreiskonzept.model.workflow;

import static de.kreiskonzept.model.workflow.StepSample.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A step is critical where nothing may come between: its delay moves another step, or the end. */
class CriticalStepTest {
    @Example
    void theStepThatEndsLastMovesTheEnd() {
        assertThat(critical(planned(1, "01/2028", "02/2028"), planned(2, "02/2028", "05/2028")))
                .extracting(one -> one.step().title(), CriticalStep::movesEnd)
                .containsExactly(tuple("Schritt 2", true));
    }

    @Example
    void aStepMovesTheOneThatWaitsForItAndBeginsOnTheNextDay() {
        var steps = critical(
                planned(1, "01/2028", "02/2028"),
                planned(2, "01.03.2028", "04/2028").waitingFor(1),
                planned(3, "01/2028", "12/2028"));

        assertThat(steps)
                .extracting(one -> one.step().title(), one -> titles(one.moves()), CriticalStep::movesEnd)
                .containsExactly(tuple("Schritt 1", "Schritt 2", false), tuple("Schritt 3", "", true));
    }

    @Example
    void aStepWithADayBetweenMovesNothing() {
        assertThat(critical(
                        planned(1, "01/2028", "02/2028"),
                        planned(2, "02.03.2028", "04/2028").waitingFor(1)))
                .extracting(one -> one.step().title())
                .containsExactly("Schritt 2");
    }

    @Example
    void aChainWithoutTimeBetweenMovesTheEndFromItsFirstStep() {
        assertThat(critical(
                        planned(1, "01/2028", "02/2028"),
                        planned(2, "03/2028", "04/2028").waitingFor(1),
                        planned(3, "05/2028", "06/2028").waitingFor(2)))
                .extracting(CriticalStep::movesEnd)
                .containsExactly(true, true, true);
    }

    @Example
    void aPartMovesTheEndWithTheStepItBelongsTo() {
        assertThat(critical(
                        planned(1, "01/2028", "05/2028"),
                        planned(2, "01/2028", "31.05.2028").partOf(1),
                        planned(3, "01/2028", "04/2028").partOf(1)))
                .extracting(one -> one.step().title())
                .containsExactly("Schritt 1", "Schritt 2");
    }

    @Example
    void whatIsOverOrHasNoEndIsNotCriticalAndWhatIsDroppedEndsNothing() {
        assertThat(critical(
                        planned(1, "01/2028", "02/2028").in(StepState.DONE),
                        planned(2, "03/2028", "").waitingFor(1),
                        planned(3, "01/2028", "12/2028").in(StepState.DROPPED),
                        planned(4, "01/2028", "03/2028")))
                .extracting(one -> one.step().title())
                .containsExactly("Schritt 4");
        assertThat(critical(
                        planned(1, "01/2028", "03/2028"),
                        planned(2, "01/2028", "12/2028").in(StepState.DONE)))
                .isEmpty();
    }

    @Example
    void stepsThatWaitForEachOtherAreAnsweredToo() {
        assertThat(critical(
                        planned(1, "01/2028", "02/2028").waitingFor(2),
                        planned(2, "01/2028", "02/2028").waitingFor(1)))
                .hasSize(2);
    }

    @Property
    void withoutDatesNothingIsCritical(@ForAll StepState one, @ForAll StepState other) {
        assertThat(critical(
                        planned(1, "", "").in(one), planned(2, "", "").in(other).waitingFor(1)))
                .isEmpty();
    }

    private static List<CriticalStep> critical(StepSample... steps) {
        return CriticalStep.listOf(Arrays.stream(steps).map(StepSample::step).toList());
    }

    private static String titles(List<Step> steps) {
        return String.join(", ", steps.stream().map(Step::title).toList());
    }
}
