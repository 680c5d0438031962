package de.kreiskonzept.model.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InsightTest {
    private final UUID own = UUID.randomUUID();
    private final UUID led = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void endsAtTheCommitteesOfTheReader() {
        var insight = new Insight(false, Set.of(own, led), Set.of(led));
        assertThat(insight.reads(own)).isTrue();
        assertThat(insight.reads(led)).isTrue();
        assertThat(insight.reads(other)).isFalse();
    }

    @Test
    void reachesWhatIsBeingPreparedOnlyForWhoLeads() {
        var insight = new Insight(false, Set.of(own, led), Set.of(led));
        assertThat(insight.prepares(led)).isTrue();
        assertThat(insight.prepares(own)).isFalse();
        assertThat(insight.prepares(other)).isFalse();
    }

    @Test
    void isAllOrNothingForOthers() {
        assertThat(Insight.EVERYTHING.reads(other)).isTrue();
        assertThat(Insight.EVERYTHING.prepares(other)).isTrue();
        assertThat(Insight.PUBLIC.reads(other)).isFalse();
        assertThat(Insight.PUBLIC.prepares(other)).isFalse();
    }

    @Test
    void leadsNoCommitteeWithoutASeatInIt() {
        assertThatThrownBy(() -> new Insight(false, Set.of(own), Set.of(led)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
