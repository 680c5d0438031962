package de.kreiskonzept.platform.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.chapter.ChapterStore;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the login of the platform can do to an adopted version by SQL alone: nothing. */
@ExtendWith(PlatformUnderTest.Given.class)
class FrozenVersionIT {
    private static final List<String> CONTENT = List.of(
            "concept_version",
            "concept_section",
            "concept_goal",
            "concept_measure",
            "concept_goal_measure",
            "concept_measure_detail",
            "concept_measure_body",
            "concept_measure_cost",
            "concept_text_block",
            "concept_chapter",
            "concept_profile",
            "concept_profile_name",
            "concept_retrospect",
            "situation_indicator",
            "situation_figure",
            "situation_figure_value");

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID section;

    FrozenVersionIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void adoptAVersion() throws Exception {
        county = platform.county();
        UUID version;
        try (var concept = new ConceptSample(county)) {
            section = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(section, null, "sub_goal", "Kurse");
            concept.measure(section, "Kurse am Abend", "green", true, goal);
            concept.text("Vorwort", "Worum es geht");
            concept.retrospect(goal);
            concept.indicator(goal, "Teilnehmende");
            concept.figure(section, "Zugezogene");
            version = concept.version();
        }
        platform.in(county, () -> {
            platform.bean(ProfileStore.class)
                    .put(version, Templates.list().getFirst().profile(), 0, Instant.now());
            var foreword = new Chapter(UUID.randomUUID(), ChapterKind.FOREWORD, "Vorwort", false);
            platform.bean(ChapterStore.class).put(version, Chapters.NONE.with(foreword), Instant.now());
            platform.bean(VersionStore.class).freeze(version, Instant.now());
            return true;
        });
    }

    @Test
    void changesNoRowOfIt() throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            for (String table : CONTENT) {
                assertThat(count(statement, table + " WHERE frozen")).as(table).isPositive();
                assertThat(statement.executeUpdate("UPDATE " + table + " SET modified_at = now()"))
                        .as("changed " + table)
                        .isZero();
                assertThat(statement.executeUpdate("UPDATE " + table + " SET frozen = false"))
                        .as("thawed " + table)
                        .isZero();
                assertThat(statement.executeUpdate("DELETE FROM " + table))
                        .as("deleted from " + table)
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO concept_section SELECT gen_random_uuid(), version_id, false, NULL, 9, kind, '', 'Neu',"
                        + " NULL, NULL, NULL, now(), now(), 0 FROM concept_section",
                "INSERT INTO concept_section SELECT gen_random_uuid(), version_id, true, NULL, 9, kind, '', 'Neu',"
                        + " NULL, NULL, NULL, now(), now(), 0 FROM concept_section",
                "INSERT INTO concept_goal SELECT gen_random_uuid(), version_id, false, section_id, NULL, 9, kind, '',"
                        + " 'Neu', NULL, now(), now(), 0 FROM concept_goal",
                "INSERT INTO concept_text_block SELECT gen_random_uuid(), version_id, false, NULL, NULL, 9, '', 'Neu',"
                        + " NULL, now(), now(), 0 FROM concept_text_block",
                "INSERT INTO concept_profile_name SELECT version_id, false, 4, 'other', 9, 'Teil', 'Teile', 'free', '',"
                        + " now(), now(), 0 FROM concept_profile",
                "INSERT INTO concept_retrospect SELECT gen_random_uuid(), version_id, false, id, 'open', '', NULL, now(),"
                        + " now(), 0 FROM concept_goal",
                "INSERT INTO situation_figure_value SELECT figure_id, '2024', version_id, false, 8, '', '', '', now(), now(),"
                        + " 0 FROM situation_figure_value",
                "INSERT INTO concept_measure_body SELECT measure_id, 9, version_id, false, role, 'Neu', 'neu', now(), now(), 0"
                        + " FROM concept_measure_body",
                "INSERT INTO concept_measure_cost SELECT measure_id, 9, version_id, true, kind, 1, NULL, NULL, '', now(),"
                        + " now(), 0 FROM concept_measure_cost",
                "INSERT INTO concept_chapter SELECT gen_random_uuid(), version_id, false, 9, 'own', 'Neu', false, now(), now(), 2"
                        + " FROM concept_chapter",
                "TRUNCATE concept_measure CASCADE",
                "DELETE FROM concept",
                "ALTER TABLE concept_measure DISABLE ROW LEVEL SECURITY",
                "DROP POLICY concept_measure_change ON concept_measure",
                "UPDATE concept_version_step SET state = 'draft'",
                "DELETE FROM concept_version_step"
            })
    void addsNothingAndTakesNothingAway(String sql) throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void hangsNoGoalOfADraftBelowAFrozenSection() throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            UUID draft = draft(statement);
            assertThatThrownBy(() -> statement.executeUpdate(
                            "INSERT INTO concept_goal VALUES (gen_random_uuid(), '" + draft + "', false, '" + section
                                    + "', NULL, 0, 'goal', '', 'Neu', NULL, now(), now(), 0)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("foreign key");
        }
    }

    @Test
    void seesTheRowsWithoutTheirPoliciesNeitherOnNorOff() throws SQLException {
        try (Connection connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            statement.execute("SET row_security = off");
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE concept_goal SET text = 'Anders'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void stillTakesALight() throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE monitoring_light SET light = 'red', version = version + 1"))
                    .isEqualTo(1);
        }
    }

    @Test
    void stillTakesAValueOfAnIndicator() throws SQLException {
        try (var connection = ConceptSample.as(county);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO situation_reading SELECT series_id, '2024', 6, '', '', '',"
                            + " now(), now(), 0 FROM situation_reading"))
                    .isEqualTo(1);
        }
    }

    private UUID draft(Statement statement) throws SQLException {
        UUID draft = UUID.randomUUID();
        statement.executeUpdate("INSERT INTO concept_version SELECT '" + draft
                + "', concept_id, 'Entwurf 2', false, NULL, NULL, NULL, NULL, NULL, now(), now(), 0"
                + " FROM concept_version");
        return draft;
    }

    private static int count(Statement statement, String from) throws SQLException {
        try (var result = statement.executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getInt(1);
        }
    }
}
