package de.kreiskonzept.model.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import org.junit.jupiter.api.Test;

class CurrentLightTest {
    @Test
    void keepsAReasonOnlyWithARedLight() {
        assertThat(new CurrentLight(TrafficLight.RED, ReasonClass.NO_CAPACITY, true, 1).reason())
                .isEqualTo(ReasonClass.NO_CAPACITY);
        assertThatThrownBy(() -> new CurrentLight(TrafficLight.GREEN, ReasonClass.NO_CAPACITY, true, 1))
                .hasMessageContaining("red light");
    }

    @Test
    void isGreyAndCountsUntilSomethingIsSaid() {
        assertThat(CurrentLight.NONE).isEqualTo(new CurrentLight(TrafficLight.GREY, null, true, 0));
    }
}
