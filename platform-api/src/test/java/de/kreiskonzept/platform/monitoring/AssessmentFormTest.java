package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.FieldError;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentFormTest {
    @Test
    void acceptsGreenWithoutWords() {
        assertThat(fields("green", null, null)).isEmpty();
    }

    @Test
    void asksForAJustificationWithYellow() {
        assertThat(fields("yellow", "", "  ")).containsExactly("justification");
        assertThat(fields("yellow", "", "läuft an")).isEmpty();
    }

    @Test
    void asksForReasonOrJustificationWithRed() {
        assertThat(fields("red", "", "")).containsExactly("reason");
        assertThat(fields("red", "no_demand", "")).isEmpty();
        assertThat(fields("red", "", "kein Geld")).isEmpty();
    }

    @Test
    void refusesAReasonWithAnyOtherLight() {
        assertThat(fields("green", "no_demand", "")).containsExactly("reason");
    }

    @Test
    void refusesUnknownValuesAndWhatCannotBeStored() {
        assertThat(fields("blau", "weil", "a\0b")).containsExactly("light", "reason", "justification");
        assertThat(fields(null, null, null)).containsExactly("light");
        assertThat(fields("green", "", "x".repeat(20_001))).containsExactly("justification");
    }

    @Test
    void readsALightThatFitsTogether() {
        var form = AssessmentForm.of("red", "no_capacity", " zwei\r\nZeilen ");

        assertThat(form.light(form.errors(new Texts())))
                .isEqualTo(new Light(TrafficLight.RED, ReasonClass.NO_CAPACITY, "zwei\nZeilen"));
    }

    private static List<String> fields(
            @Nullable String light, @Nullable String reason, @Nullable String justification) {
        return AssessmentForm.of(light, reason, justification).errors(new Texts()).errors().stream()
                .map(FieldError::field)
                .toList();
    }
}
