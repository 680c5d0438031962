package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MovementTest {
    @Test
    void saysWhetherALightIsBetterOrWorse() {
        assertThat(Movement.of(List.of(TrafficLight.RED), TrafficLight.YELLOW)).isEqualTo(Movement.IMPROVED);
        assertThat(Movement.of(List.of(TrafficLight.GREEN), TrafficLight.YELLOW))
                .isEqualTo(Movement.WORSE);
    }

    @Test
    void neverCallsWhatWasNotAssessedBetterOrWorse() {
        assertThat(Movement.of(List.of(TrafficLight.GREY), TrafficLight.RED)).isEqualTo(Movement.ASSESSED);
        assertThat(Movement.of(List.of(TrafficLight.RED), TrafficLight.GREY)).isEqualTo(Movement.UNASSESSED);
    }

    @Property
    void isTheOtherWayRoundWhenTheStaendeAre(@ForAll TrafficLight then, @ForAll TrafficLight now) {
        Movement back = Movement.of(List.of(now), then);
        assertThat(Movement.of(List.of(then), now))
                .isEqualTo(
                        switch (back) {
                            case IMPROVED -> Movement.WORSE;
                            case WORSE -> Movement.IMPROVED;
                            case ASSESSED -> Movement.UNASSESSED;
                            case UNASSESSED -> Movement.ASSESSED;
                            default -> Movement.SAME;
                        });
    }

    @Property
    void takesNoSingleLightFromSeveralPredecessors(
            @ForAll @Size(min = 2, max = 5) List<TrafficLight> then, @ForAll TrafficLight now) {
        assertThat(Movement.of(then, now)).isEqualTo(Movement.MERGED);
    }
}
