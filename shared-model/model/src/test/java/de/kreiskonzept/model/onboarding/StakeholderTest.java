package de.kreiskonzept.model.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.onboarding.Stakeholder.Attitude;
import de.kreiskonzept.model.onboarding.Stakeholder.Handling;
import de.kreiskonzept.model.onboarding.Stakeholder.Kind;
import de.kreiskonzept.model.onboarding.Stakeholder.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeholderTest {
    private static Stakeholder with(int interest, int influence) {
        return new Stakeholder("Caritas", Kind.ORGANISATION, Place.OUTSIDE, interest, influence, Attitude.NEUTRAL, "");
    }

    @ParameterizedTest
    @CsvSource({"3, 3, INVOLVE", "2, 2, INVOLVE", "1, 3, WIN", "3, 1, INFORM", "1, 1, WATCH"})
    void thePlaceInTheMatrixSaysWhatToDo(int interest, int influence, Handling handling) {
        assertThat(with(interest, influence).handling()).isEqualTo(handling);
    }

    @Test
    void interestAndInfluenceStayInTheMatrix() {
        assertThatThrownBy(() -> with(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(2, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
