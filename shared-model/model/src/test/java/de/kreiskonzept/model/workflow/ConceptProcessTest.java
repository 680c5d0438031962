package de.kreiskonzept.model.workflow;

import static de.kreiskonzept.model.workflow.StepSample.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

class ConceptProcessTest {
    @Example
    void thirteenMonthsAreShortAndEighteenAreNot() {
        assertThat(isShort(18, planned(1, "01/2028", "01/2029"))).isTrue();
        assertThat(isShort(18, planned(1, "01/2028", "05/2029"))).isTrue();
        assertThat(isShort(18, planned(1, "01/2028", "06/2029"))).isFalse();
    }

    @Example
    void aStepWithoutEndCountsWithItsBeginningAndADroppedOneDoesNotCount() {
        assertThat(isShort(18, planned(1, "01/2028", "02/2028"), planned(2, "06/2029", "")))
                .isFalse();
        assertThat(isShort(
                        18,
                        planned(1, "01/2028", "02/2028"),
                        planned(2, "06/2029", "").in(StepState.DROPPED)))
                .isTrue();
    }

    @Example
    void nothingIsShortWhereNothingIsUsualNothingHasADateOrAllIsOver() {
        assertThat(isShort(null, planned(1, "01/2028", "02/2028"))).isFalse();
        assertThat(isShort(18, planned(1, "", ""))).isFalse();
        assertThat(isShort(18, planned(1, "01/2028", "02/2028").in(StepState.DONE)))
                .isFalse();
        assertThat(isShort(18)).isFalse();
    }

    private static boolean isShort(@Nullable Integer usual, StepSample... steps) {
        return process(usual).isShort(Arrays.stream(steps).map(StepSample::step).toList());
    }

    static ConceptProcess process(@Nullable Integer usual) {
        return new ConceptProcess(
                StepSample.PROCESS, "Ablauf", "own", usual, YearMonth.of(2028, 1), Instant.EPOCH, Instant.EPOCH, 0);
    }

    static List<Step> steps(StepSample... steps) {
        return Arrays.stream(steps).map(StepSample::step).toList();
    }
}
