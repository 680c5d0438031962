package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a concept into a county straight into its tables, as the county's own role. */
public final class ConceptSample implements AutoCloseable {
    private final Connection connection;
    private final UUID version = UUID.randomUUID();
    private int position;

    /** Begins a concept with 64 stated goals and 193 stated measures. */
    public ConceptSample(Workspace county) throws SQLException {
        connection = as(county);
        UUID concept = UUID.randomUUID();
        insert("concept (id, title, %s)", concept, "Integrationskonzept");
        insert(
                "concept_version (id, concept_id, label, stated_goals, stated_measures, %s)",
                version, concept, "Entwurf", 64, 193);
        insert(
                "concept_version_step (version_id, position, state, decided_by, resolution, account_name, %s)",
                version, 0, "draft", "", "", "Probe");
    }

    /** A new connection with role and schema of the county; the caller closes it. */
    public static Connection as(Workspace county) throws SQLException {
        Connection connection = TestServer.platform();
        try (var statement = connection.prepareStatement(
                "SELECT set_config('role', ?, false), set_config('search_path', ?, false)")) {
            statement.setString(1, county.role());
            statement.setString(2, county.schema());
            statement.execute();
        }
        return connection;
    }

    /** The version that everything belongs to. */
    public UUID version() {
        return version;
    }

    /** A section that states 1 goal and 2 measures. */
    public UUID section(@Nullable UUID parent, String kind, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        insert(
                "concept_section (id, version_id, parent_id, position, kind, number, name, stated_goals,"
                        + " stated_measures, %s)",
                id, version, parent, position++, kind, "", name, 1, 2);
        return id;
    }

    /** A goal of this kind: overall_goal, sub_goal or goal. */
    public UUID goal(UUID section, @Nullable UUID parent, String kind, String text) throws SQLException {
        UUID id = UUID.randomUUID();
        insert(
                "concept_goal (id, version_id, section_id, parent_id, position, kind, number, text, %s)",
                id, version, section, parent, position++, kind, "", text);
        return id;
    }

    /** A measure that serves these goals; the "Amt für Migration" answers for it. */
    public UUID measure(UUID section, String text, String light, boolean counted, UUID... goals) throws SQLException {
        UUID id = measureOf("Amt für Migration", section, text, light, counted);
        for (UUID goal : goals) {
            insert(
                    "concept_goal_measure (goal_id, measure_id, version_id, position, %s)",
                    goal, id, version, position++);
        }
        return id;
    }

    /** A measure that this body answers for; it serves no goal. */
    public UUID measureOf(String body, UUID section, String text, String light, boolean counted) throws SQLException {
        UUID id = UUID.randomUUID();
        insert(
                "concept_measure (id, version_id, section_id, position, number, text, description, responsible, %s)",
                id, version, section, position++, "", text, "", body);
        insert("monitoring_light (measure_id, light, counted, %s)", id, light, counted);
        insert(
                "concept_measure_body (measure_id, position, version_id, role, name, words, %s)",
                id, 0, version, "lead", body, body.toLowerCase(Locale.GERMAN));
        insert(
                "concept_measure_detail (measure_id, version_id, reach, category, time_frame, %s)",
                id, version, "municipal", "", "ab 2026");
        insert(
                "concept_measure_cost (measure_id, position, version_id, kind, euros, note, %s)",
                id, 0, version, "once", 5000, "");
        return id;
    }

    /** A text of the version as a whole. */
    public void text(String name, String text) throws SQLException {
        insert(
                "concept_text_block (id, version_id, section_id, goal_id, position, name, text, %s)",
                UUID.randomUUID(), version, null, null, position++, name, text);
    }

    /** What the version says of a former goal. */
    public void retrospect(UUID goal) throws SQLException {
        insert(
                "concept_retrospect (id, version_id, goal_id, attainment, explanation, %s)",
                UUID.randomUUID(), version, goal, "attained", "");
    }

    /** An indicator of a goal with the value 5 in 2023. */
    public UUID indicator(UUID goal, String name) throws SQLException {
        UUID series = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        insert("situation_series (id, %s)", series);
        insert(
                "situation_indicator (id, version_id, series_id, goal_id, position, name, unit, definition, source, %s)",
                id, version, series, goal, position++, name, "Personen", "", "");
        insert(
                "situation_reading (series_id, period, value, missing, break_note, source, %s)",
                series, "2023", 5, "", "", "");
        return id;
    }

    /** A figure of a section with the value 7 in 2023. */
    public UUID figure(UUID section, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        insert(
                "situation_figure (id, version_id, section_id, position, name, unit, source, chart, %s)",
                id, version, section, position++, name, "Personen", "", "bar");
        insert(
                "situation_figure_value (figure_id, version_id, period, value, missing, break_note, source, %s)",
                id, version, "2023", 7, "", "", "");
        return id;
    }

    /** Marks a row as deleted. */
    public void delete(String table, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement("UPDATE " + table + " SET deleted_at = now() WHERE id = ?")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private void insert(String table, @Nullable Object... values) throws SQLException {
        String sql = "INSERT INTO " + table.formatted("created_at, modified_at, version") + " VALUES ("
                + "?, ".repeat(values.length) + "now(), now(), 0)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
