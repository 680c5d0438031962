package de.kreiskonzept.platform.concept.version;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_LINEAGE;

import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL on where parts of a version come from. */
@Singleton
@InWorkspace
class LineageStore {
    // What was said of the only predecessor holds on; where several became one, people assess anew.
    private static final String CARRY = """
            INSERT INTO monitoring_light (measure_id, light, reason, counted, status, created_at, modified_at, version)
            SELECT l.successor_id, w.light, w.reason, w.counted, w.status, {1}, {1}, 1
            FROM concept_lineage l JOIN monitoring_light w ON w.measure_id = l.predecessor_id
            WHERE l.version_id = {0} AND l.kind = 'measure'
              AND NOT EXISTS (SELECT 1 FROM concept_lineage o WHERE o.version_id = l.version_id
                AND o.successor_id = l.successor_id AND o.predecessor_id <> l.predecessor_id)
            ON CONFLICT (measure_id) DO NOTHING""";

    private final DSLContext dsl;

    LineageStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Descents of one kind of node into this version. */
    @InWorkspace(readOnly = true)
    public List<Descent> list(UUID versionId, NodeKind kind) {
        return dsl.select(CONCEPT_LINEAGE.PREDECESSOR_ID, CONCEPT_LINEAGE.SUCCESSOR_ID)
                .from(CONCEPT_LINEAGE)
                .where(CONCEPT_LINEAGE.VERSION_ID.eq(versionId))
                .and(CONCEPT_LINEAGE.KIND.eq(kind.text()))
                .orderBy(CONCEPT_LINEAGE.PREDECESSOR_ID, CONCEPT_LINEAGE.SUCCESSOR_ID)
                .fetch(row -> new Descent(row.value1(), row.value2()));
    }

    /** Predecessors of one node. */
    @InWorkspace(readOnly = true)
    public List<UUID> predecessors(UUID successor) {
        return dsl.select(CONCEPT_LINEAGE.PREDECESSOR_ID)
                .from(CONCEPT_LINEAGE)
                .where(CONCEPT_LINEAGE.SUCCESSOR_ID.eq(successor))
                .orderBy(CONCEPT_LINEAGE.PREDECESSOR_ID)
                .fetch(CONCEPT_LINEAGE.PREDECESSOR_ID);
    }

    /** Writes many descents at once. */
    public void add(UUID versionId, NodeKind kind, Collection<Descent> descents, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        dsl.batchInsert(descents.stream()
                        .map(descent -> {
                            var row = CONCEPT_LINEAGE.newRecord();
                            row.setVersionId(versionId);
                            row.setKind(kind.text());
                            row.setPredecessorId(descent.predecessor());
                            row.setSuccessorId(descent.successor());
                            row.setCreatedAt(time);
                            row.setModifiedAt(time);
                            row.setVersion(0L);
                            return row;
                        })
                        .toList())
                .execute();
    }

    /** Forgets where one node comes from. */
    public void remove(UUID versionId, UUID successor) {
        dsl.deleteFrom(CONCEPT_LINEAGE)
                .where(CONCEPT_LINEAGE.VERSION_ID.eq(versionId))
                .and(CONCEPT_LINEAGE.SUCCESSOR_ID.eq(successor))
                .execute();
    }

    /** Gives measures of this version the lights of their predecessors, where nothing was said of them yet. */
    public void carryLights(UUID versionId, Instant now) {
        dsl.execute(CARRY, DSL.val(versionId), DSL.val(now.atOffset(ZoneOffset.UTC)));
    }
}
