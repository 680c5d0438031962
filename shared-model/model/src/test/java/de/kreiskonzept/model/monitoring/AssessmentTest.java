package de.kreiskonzept.model.monitoring;

import static de.kreiskonzept.model.monitoring.Assessment.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Assessment.Completeness;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentTest {
    @Test
    void asksForAJustificationOfYellow() {
        assertThat(completeness(TrafficLight.YELLOW, null, " ")).isEqualTo(Completeness.JUSTIFICATION_MISSING);
        assertThat(completeness(TrafficLight.YELLOW, null, "läuft noch")).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void asksForAJustificationOrAReasonOfRed() {
        assertThat(completeness(TrafficLight.RED, null, "")).isEqualTo(Completeness.JUSTIFICATION_OR_REASON_MISSING);
        assertThat(completeness(TrafficLight.RED, ReasonClass.NO_CAPACITY, "")).isEqualTo(Completeness.COMPLETE);
        assertThat(completeness(TrafficLight.RED, null, "kein Personal")).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void asksForNothingOfGreenAndGrey() {
        assertThat(completeness(TrafficLight.GREEN, null, "")).isEqualTo(Completeness.COMPLETE);
        assertThat(completeness(TrafficLight.GREY, null, "")).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void takesAReasonOnlyForRed() {
        for (TrafficLight light : new TrafficLight[] {TrafficLight.GREEN, TrafficLight.YELLOW, TrafficLight.GREY}) {
            assertThat(completeness(light, ReasonClass.NO_DEMAND, "weil")).isEqualTo(Completeness.REASON_OUT_OF_PLACE);
        }
    }

    @Test
    void refusesTextsBeyondTheirLimits() {
        assertThatThrownBy(() -> assessment("x".repeat(20_001), "Ina")).hasMessageContaining("justification");
        assertThatThrownBy(() -> assessment("", " ")).hasMessageContaining("accountName");
    }

    @Test
    void mayLackAJustificationThatItsSourceDidNotGive() {
        assertThat(assessment("", "Import").light()).isEqualTo(TrafficLight.RED);
    }

    private static Assessment assessment(String justification, String accountName) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        var id = new UUID(0, 1);
        return new Assessment(
                id, id, TrafficLight.RED, null, justification, now, null, accountName, "", "", now, now, 0);
    }
}
