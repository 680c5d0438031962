package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import de.kreiskonzept.platform.tenancy.FixedReads;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the Ampel adds up, in two fixed statements whatever the size of the concept. */
@Singleton
final class AmpelStore {
    // The version that holds, as VersionStore finds it; fixed text, because this is the hottest read.
    private static final String CURRENT = """
        (SELECT id, concept_id, stated_goals, stated_measures FROM {county}.concept_version
          WHERE deleted_at IS NULL
          ORDER BY EXISTS (SELECT 1 FROM {county}.concept_version_step
            WHERE version_id = concept_version.id AND state = 'superseded'),
            NOT frozen OR coalesce(relation, '') = 'supplement', created_at DESC, id LIMIT 1)""";

    static final String OUTLINE = """
        SELECT c.title, v.stated_goals, v.stated_measures,
          s.id, s.parent_id, s.kind, s.number, s.name, s.stated_goals, s.stated_measures,
          g.id, g.parent_id, g.kind, g.number, g.text
        FROM %s v
        JOIN {county}.concept c ON c.id = v.concept_id
        LEFT JOIN {county}.concept_section s ON s.version_id = v.id AND s.deleted_at IS NULL
        LEFT JOIN {county}.concept_goal g ON g.section_id = s.id AND g.deleted_at IS NULL
        ORDER BY s.position, s.id, g.position, g.id""".formatted(CURRENT);

    static final String MEASURES = """
        SELECT m.id, m.section_id, coalesce(w.light, 'grey'), coalesce(c.counted, w.counted, true), l.goal_id
        FROM %s v
        JOIN {county}.concept_section s ON s.version_id = v.id AND s.deleted_at IS NULL
        JOIN {county}.concept_measure m ON m.section_id = s.id AND m.deleted_at IS NULL
        LEFT JOIN {county}.monitoring_light w ON w.measure_id = m.id
        LEFT JOIN {county}.monitoring_scope c ON c.measure_id = m.id AND c.round_id = (SELECT r.id FROM {county}.monitoring_round r
          WHERE r.version_id = v.id AND r.state = 'open' ORDER BY r.opened_at DESC, r.id LIMIT 1)
        LEFT JOIN {county}.concept_goal_measure l ON l.measure_id = m.id""".formatted(CURRENT);

    // The setting is one row or none, so an override without a setting still finds its way.
    private static final String COLOURS = """
        SELECT s.rule, s.green_share, s.red_share, s.assessed_share,
          o.place, o.light, o.reason, o.account_name, o.created_at
        FROM (SELECT 1) one
        LEFT JOIN {county}.monitoring_setting s ON true
        LEFT JOIN (SELECT DISTINCT ON (x.goal_id, x.section_id)
            coalesce(x.goal_id, x.section_id) AS place, x.light, x.reason, x.account_name, x.created_at
          FROM {county}.monitoring_override x JOIN %s v ON v.id = x.version_id
          ORDER BY x.goal_id, x.section_id, x.created_at DESC, x.id DESC) o ON o.light IS NOT NULL""";

    private static final String OPEN_ROUND = """
        SELECT r.name FROM %s v JOIN {county}.monitoring_round r ON r.version_id = v.id AND r.state = 'open'
        ORDER BY r.opened_at DESC, r.id LIMIT 1""".formatted(CURRENT);

    static final String CURRENT_COLOURS = COLOURS.formatted(CURRENT);

    private static final String COLOURS_OF_VERSION = COLOURS.formatted("(SELECT ?::uuid AS id)");

    private final FixedReads reads;

    AmpelStore(FixedReads reads) {
        this.reads = reads;
    }

    /** The rows of the version people work with; empty where there is no concept. */
    Optional<AmpelRows> find() {
        return reads.query(OUTLINE, AmpelStore::outline)
                .map(outline -> outline.withMeasures(reads.query(MEASURES, AmpelStore::measures)));
    }

    /** How the version people work with is coloured. */
    Aggregates findAggregates() {
        return reads.query(CURRENT_COLOURS, AmpelStore::aggregates);
    }

    /** Name of the open round about the version people work with, which says what counts; empty where none is open. */
    Optional<String> findOpenRound() {
        return reads.query(OPEN_ROUND, row -> row.next() ? Optional.of(row.getString(1)) : Optional.empty());
    }

    /** How this version is coloured. */
    Aggregates findAggregates(UUID version) {
        return reads.query(COLOURS_OF_VERSION, List.of(version), AmpelStore::aggregates);
    }

    private static Aggregates aggregates(ResultSet row) throws SQLException {
        AggregateRule rule = AggregateRule.USUAL;
        var overrides = new HashMap<UUID, AggregateOverride>();
        while (row.next()) {
            String kind = row.getString(1);
            if (kind != null) {
                rule = new AggregateRule(AggregateRule.Kind.of(kind), row.getInt(2), row.getInt(3), row.getInt(4));
            }
            String light = row.getString(6);
            if (light != null) {
                UUID place = row.getObject(5, UUID.class);
                overrides.put(
                        place == null ? Aggregates.WHOLE : place,
                        new AggregateOverride(
                                TrafficLight.of(light),
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, OffsetDateTime.class).toInstant()));
            }
        }
        return new Aggregates(rule, overrides);
    }

    private static Optional<AmpelRows> outline(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String title = row.getString(1);
        StatedCounts stated = stated(row, 2);
        var sections = new ArrayList<SectionRow>();
        var goals = new ArrayList<GoalRow>();
        UUID last = null;
        do {
            UUID section = row.getObject(4, UUID.class);
            if (section != null && !section.equals(last)) {
                sections.add(section(section, row));
                last = section;
            }
            UUID goal = row.getObject(11, UUID.class);
            if (section != null && goal != null) {
                goals.add(goal(goal, section, row));
            }
        } while (row.next());
        return Optional.of(new AmpelRows(title, stated, sections, goals, List.of()));
    }

    private static List<MeasureRow> measures(ResultSet row) throws SQLException {
        var measures = new ArrayList<MeasureRow>();
        Map<UUID, MeasureRow> known = new HashMap<>();
        while (row.next()) {
            UUID id = row.getObject(1, UUID.class);
            MeasureRow measure = known.get(id);
            if (measure == null) {
                measure = measure(id, row);
                known.put(id, measure);
                measures.add(measure);
            }
            UUID goal = row.getObject(5, UUID.class);
            if (goal != null) {
                measure.goalIds().add(goal);
            }
        }
        return measures;
    }

    private static MeasureRow measure(UUID id, ResultSet row) throws SQLException {
        return new MeasureRow(
                id,
                row.getObject(2, UUID.class),
                TrafficLight.of(row.getString(3)),
                row.getBoolean(4),
                new ArrayList<>(1));
    }

    private static SectionRow section(UUID id, ResultSet row) throws SQLException {
        return new SectionRow(
                id,
                row.getObject(5, UUID.class),
                SectionKind.of(row.getString(6)),
                row.getString(7),
                row.getString(8),
                stated(row, 9));
    }

    private static GoalRow goal(UUID id, UUID section, ResultSet row) throws SQLException {
        return new GoalRow(
                id,
                section,
                row.getObject(12, UUID.class),
                GoalKind.of(row.getString(13)),
                row.getString(14),
                row.getString(15));
    }

    private static StatedCounts stated(ResultSet row, int column) throws SQLException {
        return new StatedCounts(number(row, column), number(row, column + 1));
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(number);
    }
}
