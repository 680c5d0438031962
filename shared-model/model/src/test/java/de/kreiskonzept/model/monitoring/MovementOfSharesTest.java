package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovementOfSharesTest {
    private static final Tally HALF = new Tally(5, 2, 3, 0, 0);

    @Test
    void comparesSharesAndNotNumbers() {
        assertThat(Movement.ofShares(List.of(HALF), new Tally(1, 1, 0, 0, 9))).isEqualTo(Movement.IMPROVED);
        assertThat(Movement.ofShares(List.of(HALF), new Tally(50, 20, 30, 0, 0)))
                .isEqualTo(Movement.SAME);
        assertThat(Movement.ofShares(List.of(HALF), new Tally(6, 4, 4, 0, 0))).isEqualTo(Movement.WORSE);
    }

    @Test
    void letsRedDecideWhereGreenIsTheSame() {
        assertThat(Movement.ofShares(List.of(HALF), new Tally(5, 5, 0, 0, 0))).isEqualTo(Movement.IMPROVED);
        assertThat(Movement.ofShares(List.of(HALF), new Tally(5, 0, 5, 0, 0))).isEqualTo(Movement.WORSE);
    }

    @Test
    void knowsNoShareOfNothing() {
        assertThat(Movement.ofShares(List.of(new Tally(0, 0, 0, 4, 0)), HALF)).isEqualTo(Movement.ASSESSED);
        assertThat(Movement.ofShares(List.of(HALF), new Tally(0, 0, 0, 0, 7))).isEqualTo(Movement.UNASSESSED);
        assertThat(Movement.ofShares(List.of(Tally.EMPTY), Tally.EMPTY)).isEqualTo(Movement.SAME);
        assertThat(Movement.ofShares(List.of(), HALF)).isEqualTo(Movement.NEW);
        assertThat(Movement.ofShares(List.of(HALF, HALF), HALF)).isEqualTo(Movement.MERGED);
    }
}
