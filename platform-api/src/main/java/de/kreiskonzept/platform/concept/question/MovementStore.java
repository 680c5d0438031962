package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL on when something happened last in a section. */
@Singleton
@InWorkspace(readOnly = true)
class MovementStore {
    private static final String LAST = """
            SELECT section_id, max(changed_at) AS changed_at, max(assessed_at) AS assessed_at FROM (
              SELECT id AS section_id, modified_at AS changed_at, NULL::timestamptz AS assessed_at FROM concept_section
                WHERE version_id = {0}
              UNION ALL SELECT section_id, modified_at, NULL FROM concept_goal WHERE version_id = {0} AND deleted_at IS NULL
              UNION ALL SELECT section_id, modified_at, NULL FROM concept_measure
                WHERE version_id = {0} AND deleted_at IS NULL
              UNION ALL SELECT section_id, modified_at, NULL FROM concept_text_block
                WHERE version_id = {0} AND deleted_at IS NULL AND section_id IS NOT NULL
              UNION ALL SELECT m.section_id, NULL, a.assessed_at
                FROM monitoring_assessment a JOIN concept_measure m ON m.id = a.measure_id
                WHERE m.version_id = {0} AND m.deleted_at IS NULL) happened
            GROUP BY section_id""";

    private final DSLContext dsl;

    MovementStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Last change and last assessment in a section itself. */
    record Movement(Instant changedAt, @Nullable Instant assessedAt) {
        /** The later ones of both. */
        Movement and(Movement other) {
            return new Movement(
                    changedAt.isBefore(other.changedAt) ? other.changedAt : changedAt,
                    later(assessedAt, other.assessedAt));
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? other : one;
        }
    }

    /** When something happened last, by id of the section; one statement. */
    public Map<UUID, Movement> list(UUID version) {
        var movements = new HashMap<UUID, Movement>();
        dsl.resultQuery(LAST, DSL.val(version)).forEach(row -> {
            OffsetDateTime assessed = row.get("assessed_at", OffsetDateTime.class);
            movements.put(
                    Objects.requireNonNull(row.get("section_id", UUID.class)),
                    new Movement(
                            Objects.requireNonNull(row.get("changed_at", OffsetDateTime.class))
                                    .toInstant(),
                            assessed == null ? null : assessed.toInstant()));
        });
        return movements;
    }
}
