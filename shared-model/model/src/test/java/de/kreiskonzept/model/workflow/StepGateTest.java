package de.kreiskonzept.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.workflow.StepGate.Lack;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A step goes on when what it waits for is there, and the answer names what is not. */
class StepGateTest {
    private static final Instant NOW = Instant.parse("2028-03-01T08:00:00Z");
    private static final UUID GROUP = UUID.randomUUID();
    private static final UUID FIELDS = UUID.randomUUID();

    @Example
    void aStepBeginsWhenWhatItWaitsForIsFinishedOrDropped() {
        Step fields = step(FIELDS, null, StepState.UNDER_WAY, new Precondition(List.of(GROUP), false, ""));
        Step open = step(GROUP, null, StepState.UNDER_WAY, Precondition.NONE);

        assertThat(StepGate.lacks(StepState.PLANNED, fields, List.of(open, fields), ""))
                .containsExactly(new Lack.Before(open));
        for (StepState over : new StepState[] {StepState.DONE, StepState.DROPPED}) {
            Step finished = step(GROUP, null, over, Precondition.NONE);
            assertThat(StepGate.lacks(StepState.PLANNED, fields, List.of(finished, fields), ""))
                    .as(over.text())
                    .isEmpty();
        }
    }

    @Example
    void aStepIsFinishedWithItsPartsAndItsResolution() {
        Step whole = step(FIELDS, null, StepState.DONE, new Precondition(List.of(), true, " "));
        Step part = step(GROUP, FIELDS, StepState.PLANNED, Precondition.NONE);

        assertThat(StepGate.lacks(StepState.UNDER_WAY, whole, List.of(whole, part), ""))
                .containsExactly(new Lack.Part(part), new Lack.Resolution());
        Step decided = step(FIELDS, null, StepState.DONE, new Precondition(List.of(), true, "Kreistag, 11.12.2017"));
        assertThat(StepGate.lacks(StepState.UNDER_WAY, decided, List.of(decided), ""))
                .isEmpty();
    }

    @Example
    void whoDropsAStepOrTakesItUpAgainSaysWhy() {
        Step dropped = step(FIELDS, null, StepState.DROPPED, Precondition.NONE);
        Step again = step(FIELDS, null, StepState.PLANNED, Precondition.NONE);

        assertThat(StepGate.lacks(StepState.PLANNED, dropped, List.of(dropped), " "))
                .containsExactly(new Lack.Reason());
        assertThat(StepGate.lacks(StepState.DONE, again, List.of(again), "")).containsExactly(new Lack.Reason());
        assertThat(StepGate.lacks(StepState.DONE, again, List.of(again), "Neue Landrätin"))
                .isEmpty();
    }

    @Property
    void whatStaysAsItIsLacksNothing(@ForAll StepState state) {
        Step step = step(FIELDS, null, state, new Precondition(List.of(GROUP), true, ""));
        Step open = step(GROUP, null, StepState.PLANNED, Precondition.NONE);

        assertThat(StepGate.lacks(state, step, List.of(open, step), "")).isEmpty();
    }

    @Example
    void noStepWaitsForItselfByWayOfOthers() {
        Step group = step(GROUP, null, StepState.PLANNED, new Precondition(List.of(FIELDS), false, ""));
        Step fields = step(FIELDS, null, StepState.PLANNED, Precondition.NONE);

        assertThat(StepGate.isCircular(FIELDS, List.of(GROUP), List.of(group, fields)))
                .isTrue();
        assertThat(StepGate.isCircular(FIELDS, List.of(FIELDS), List.of(group, fields)))
                .isTrue();
        assertThat(StepGate.isCircular(GROUP, List.of(FIELDS), List.of(group, fields)))
                .isFalse();
    }

    private static Step step(UUID id, @Nullable UUID parent, StepState state, Precondition precondition) {
        return new Step(
                id,
                id,
                parent,
                "Schritt",
                "",
                null,
                null,
                state,
                false,
                "",
                "",
                precondition,
                Gathering.NONE,
                null,
                NOW,
                NOW,
                0);
    }
}
