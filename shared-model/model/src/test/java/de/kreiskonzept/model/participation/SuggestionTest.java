package de.kreiskonzept.model.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuggestionTest {
    private static final Instant NOW = Instant.parse("2028-02-29T10:00:00Z");
    private final Suggestion suggestion = new Suggestion(
            new UUID(0, 1), new UUID(0, 2), null, "", "Mehr Kurse", "", Decision.OPEN, "", false, NOW, NOW, 0);

    @ParameterizedTest
    @EnumSource(names = {"CHANGED", "REFUSED"})
    void isNotChangedOrRefusedWithoutAWord(Decision decision) {
        assertThatThrownBy(() -> suggestion.decided(decision, " ", false, NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(suggestion
                        .decided(decision, "Dafür fehlt das Geld.", false, NOW)
                        .decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @EnumSource
    void isCarriedOutOnlyWhereTheConceptChanges(Decision decision) {
        assertThat(suggestion.decided(decision, "Wort", true, NOW).carriedOut())
                .isEqualTo(decision == Decision.TAKEN || decision == Decision.CHANGED);
    }

    @Test
    void aConferenceListsOneParticipantPerLine() {
        var conference = new Conference(
                new UUID(0, 1), "Konferenz", LocalDate.of(2028, 2, 29), "", "", " Eva \n\n Öz e. V.\n", NOW, NOW, 0);
        assertThat(conference.listParticipants()).containsExactly("Eva", "Öz e. V.");
    }
}
