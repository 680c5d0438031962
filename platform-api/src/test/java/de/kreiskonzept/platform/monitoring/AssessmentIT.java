package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PlatformUnderTest.Given.class)
class AssessmentIT {
    private static final SignedIn WHO = new SignedIn(UUID.randomUUID(), UUID.randomUUID(), "Erika Muster", "lead");
    private static final Light GREEN = new Light(TrafficLight.GREEN, null, "fertig");

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID measure;

    AssessmentIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aMeasureThatNobodyHasAssessed() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            measure = concept.measure(concept.section(null, "other", "Sprache"), "Kurse", "grey", true);
        }
    }

    @Test
    void setsTheLightAndKeepsEveryEarlierOne() throws Exception {
        var red = new Light(TrafficLight.RED, ReasonClass.NO_CAPACITY, "keine Stelle");
        assess(0, GREEN);
        assess(1, red);

        Assessed now = platform.in(county, () -> assessment().get(measure));
        assertThat(now.current().light()).isEqualTo(TrafficLight.RED);
        assertThat(now.current().reason()).isEqualTo(ReasonClass.NO_CAPACITY);
        assertThat(now.version()).isEqualTo(2);
        var history = platform.in(county, () -> assessment().history(measure, 0, 10));
        assertThat(history.total()).isEqualTo(2);
        assertThat(history.rows())
                .extracting(de.kreiskonzept.model.monitoring.Assessment::light)
                .containsExactly(TrafficLight.RED, TrafficLight.GREEN);
        assertThat(history.rows().getFirst().accountName()).isEqualTo("Erika Muster");
    }

    @Test
    void refusesAStaleVersionAndKeepsNothingOfIt() throws Exception {
        assess(0, GREEN);

        assertThatThrownBy(() -> assess(0, new Light(TrafficLight.RED, null, "zu spät")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("412");

        assertThat(platform.in(county, () -> assessment().get(measure))
                        .current()
                        .light())
                .isEqualTo(TrafficLight.GREEN);
        assertThat(platform.in(county, () -> assessment().history(measure, 0, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void takesAMeasureOutOfTheEvaluationAndBack() throws Exception {
        platform.in(county, () -> {
            assessment().count(measure, 0, false, WHO);
            return true;
        });

        assertThat(platform.in(county, () -> assessment().get(measure))
                        .current()
                        .counted())
                .isFalse();
        Ampel ampel = platform.in(county, () -> platform.bean(Evaluation.class).find())
                .orElseThrow();
        assertThat(ampel.total().tally().notCounted()).isEqualTo(1);
    }

    @Test
    void knowsNoMeasureOfAnotherCounty() throws Exception {
        Workspace other = platform.county();

        assertThatThrownBy(() -> platform.in(other, () -> assessment().assess(measure, 0, GREEN, WHO)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE monitoring_assessment SET light = 'red'",
                "DELETE FROM monitoring_assessment",
                "TRUNCATE monitoring_assessment"
            })
    void neverLetsTheHistoryBeOverwritten(String sql) throws Exception {
        assess(0, GREEN);

        try (Connection connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private Assessment assessment() {
        return platform.bean(Assessment.class);
    }

    private void assess(long version, Light light) throws Exception {
        platform.in(county, () -> assessment().assess(measure, version, light, WHO));
    }
}
