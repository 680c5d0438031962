package de.kreiskonzept.platform.concept.measure;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_MEASURE;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which measures are assigned to whom: by themselves, or by a section that they stand below. */
@Singleton
@InWorkspace(readOnly = true)
public class Assigned {
    private static final String COVERED = """
        WITH RECURSIVE covered (account_id, section_id) AS (
          SELECT account_id, section_id FROM concept_editor WHERE section_id IS NOT NULL
          UNION SELECT c.account_id, s.id FROM concept_section s JOIN covered c ON s.parent_id = c.section_id)
        """;

    private static final String UNASSESSED = COVERED + """
        SELECT who.account_id, count(DISTINCT m.id)::int
        FROM concept_measure m
        JOIN concept_section s ON s.id = m.section_id AND s.deleted_at IS NULL
        LEFT JOIN monitoring_light l ON l.measure_id = m.id
        JOIN (SELECT account_id, section_id, NULL::uuid AS measure_id FROM covered
          UNION ALL SELECT account_id, NULL, measure_id FROM concept_editor WHERE measure_id IS NOT NULL) who
          ON who.section_id = m.section_id OR who.measure_id = m.id
        WHERE m.version_id = {0} AND m.deleted_at IS NULL
          AND coalesce(l.light, 'grey') = 'grey' AND coalesce(l.counted, true)
        GROUP BY who.account_id""";

    private static final String MEASURES = "{0} IN (" + COVERED + """
        SELECT m.id FROM concept_measure m JOIN covered c ON c.section_id = m.section_id WHERE c.account_id = {1}
        UNION ALL SELECT measure_id FROM concept_editor WHERE account_id = {1} AND measure_id IS NOT NULL)""";

    private final DSLContext dsl;

    Assigned(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Number of measures of a version that count, have no light yet and are assigned to somebody, by account; without 0. */
    public Map<UUID, Integer> countUnassessed(UUID versionId) {
        return dsl.resultQuery(UNASSESSED, DSL.val(versionId))
                .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class));
    }

    /** Whether a measure is assigned to this account. */
    static Condition to(UUID account) {
        return DSL.condition(MEASURES, CONCEPT_MEASURE.ID, DSL.val(account));
    }
}
