package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void sendsTheFirstAlone() {
        assertThat(pace.isQuick()).isFalse();
    }

    @Test
    void sendsTwentyTogetherWhereTheyTakeLessThanASecond() {
        pace.took(Duration.ofMillis(49), 1);
        assertThat(pace.isQuick()).isTrue();
        pace.took(Duration.ofMillis(999), 20);
        assertThat(pace.isQuick()).isTrue();
    }

    @Test
    void sendsOneByOneAgainAsSoonAsTheyTakeLonger() {
        pace.took(Duration.ofMillis(1), 1);
        pace.took(Duration.ofMillis(350), 7);
        assertThat(pace.isQuick()).isFalse();
        pace.took(Duration.ofMillis(50), 1);
        assertThat(pace.isQuick()).isFalse();
    }
}
