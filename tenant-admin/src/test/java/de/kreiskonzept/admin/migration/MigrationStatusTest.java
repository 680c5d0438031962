package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationStatusTest {
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-11-22T10:00:00Z");
    private static final MigrationFailure FAILURE = new MigrationFailure(new UUID(0, 1), "Kreis", "SQLSTATE 23514");

    @Test
    void estimatesWhatIsLeftByWhatWasHandled() {
        var status = after(Duration.ofSeconds(30), 20, List.of(FAILURE), run("v2", null));
        assertThat(status.handled()).isEqualTo(11);
        assertThat(status.open()).isEqualTo(79);
        assertThat(status.left())
                .contains(Duration.ofSeconds(30).multipliedBy(79).dividedBy(11));
    }

    @Test
    void estimatesNothingBeforeTheFirstWorkspaceOrAfterTheEnd() {
        assertThat(after(Duration.ofSeconds(5), 10, List.of(), run("v2", null)).left())
                .isEmpty();
        assertThat(after(Duration.ofSeconds(5), 50, List.of(), run("v2", BEGUN.plusSeconds(4)))
                        .left())
                .isEmpty();
        assertThat(after(Duration.ofSeconds(5), 50, List.of(), null).left()).isEmpty();
    }

    @Test
    void aMigrationToAnotherVersionIsNotUnderWayHere() {
        assertThat(after(Duration.ZERO, 10, List.of(), run("v1", null)).isUnderWay())
                .isFalse();
        assertThat(after(Duration.ZERO, 10, List.of(), run("v2", null)).isUnderWay())
                .isTrue();
    }

    private static MigrationStatus after(
            Duration time, int current, List<MigrationFailure> failures, @Nullable MigrationRun run) {
        return new MigrationStatus("v2", 100, current, failures, run, BEGUN.plus(time));
    }

    private static MigrationRun run(String version, @Nullable OffsetDateTime finished) {
        return new MigrationRun(new UUID(0, 2), version, "Test", 90, BEGUN, finished);
    }
}
