package de.kreiskonzept.admin.move;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a failure does to a move. */
class MoveTest {
    @Test
    void waitsTwiceAsLongAfterEachFailureAndGoesBackAtOnceAfterTheFifth() {
        assertThat(IntStream.range(0, Move.MOST_ATTEMPTS)
                        .mapToObj(failed -> move(MoveStep.COPY, failed).distance()))
                .containsExactly(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ZERO);
        assertThat(move(MoveStep.COPY, 3).afterFailure()).isEqualTo(MoveStep.LOCK);
        assertThat(move(MoveStep.COPY, 4).afterFailure()).isEqualTo(MoveStep.TAKING_BACK);
    }

    @Test
    void neverWaitsLongerThanTwoMinutesWhereItCannotGoBack() {
        for (var step : new MoveStep[] {MoveStep.PLANNED, MoveStep.WITHDRAWAL, MoveStep.TAKING_BACK}) {
            for (var failed : new int[] {4, 5, 70, Integer.MAX_VALUE - 1}) {
                assertThat(move(step, failed).distance()).isEqualTo(Move.LONGEST_DISTANCE);
                assertThat(move(step, failed).afterFailure()).isEqualTo(step);
            }
        }
    }

    private static Move move(MoveStep step, int failed) {
        var now = OffsetDateTime.parse("2026-11-22T20:00:00Z");
        return new Move(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Place("default", "t_00000000000000000000"),
                "zwei",
                null,
                TenantState.ACTIVE,
                "Test",
                step,
                new Move.Copied(0, 0, 0),
                failed,
                null,
                null,
                now,
                now,
                null,
                null,
                null);
    }
}
