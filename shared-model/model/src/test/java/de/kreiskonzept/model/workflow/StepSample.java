package de.kreiskonzept.model.workflow;

import de.kreiskonzept.model.measure.Moment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps for tests, told apart by a small number. */
record StepSample(int number, @Nullable Integer part, String from, String until, StepState state, List<Integer> after) {
    static final UUID PROCESS = new UUID(1, 0);

    static StepSample planned(int number, String from, String until) {
        return new StepSample(number, null, from, until, StepState.PLANNED, List.of());
    }

    StepSample in(StepState other) {
        return new StepSample(number, part, from, until, other, after);
    }

    StepSample waitingFor(Integer... others) {
        return new StepSample(number, part, from, until, state, List.of(others));
    }

    StepSample partOf(int whole) {
        return new StepSample(number, whole, from, until, state, after);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    Step step() {
        return new Step(
                id(number),
                PROCESS,
                part == null ? null : id(part),
                "Schritt " + number,
                "",
                Moment.find(from).orElse(null),
                Moment.find(until).orElse(null),
                state,
                false,
                "",
                "",
                new Precondition(after.stream().map(StepSample::id).toList(), false, ""),
                Gathering.NONE,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }
}
