package de.kreiskonzept.platform.concept.bin;

import static de.kreiskonzept.schema.workspace.Tables.CONCEPT_BIN;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What lies in the bin, and how it leaves it: back to its place, or for good. */
@Singleton
@InWorkspace
public class Bin {
    // Frozen rows are out of reach; what hangs below a part goes with it by its foreign keys.
    private static final List<String> FOR_GOOD = List.of(
            "DELETE FROM situation_indicator WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s",
            "DELETE FROM situation_figure WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s",
            "DELETE FROM concept_text_block WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s",
            "DELETE FROM concept_measure WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s",
            "DELETE FROM concept_goal WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s",
            "DELETE FROM concept_section WHERE NOT frozen AND deleted_at < {0}::timestamptz AND %s");
    private static final String VERSIONS =
            "DELETE FROM concept_version WHERE NOT frozen AND deleted_at < {0}::timestamptz";
    // Values go with the last indicator that shows them.
    private static final String SERIES = """
            DELETE FROM situation_series s
            WHERE NOT EXISTS (SELECT 1 FROM situation_indicator i WHERE i.series_id = s.id)""";
    private static final String LINEAGE = """
            DELETE FROM concept_lineage l WHERE NOT l.frozen
              AND NOT EXISTS (SELECT 1 FROM concept_section n WHERE n.id = l.successor_id)
              AND NOT EXISTS (SELECT 1 FROM concept_goal n WHERE n.id = l.successor_id)
              AND NOT EXISTS (SELECT 1 FROM concept_measure n WHERE n.id = l.successor_id)""";

    private final DSLContext dsl;
    private final BinRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Bin(DSLContext dsl, BinRows rows, AuditTrail audit, Clock clock) {
        this.dsl = dsl;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a part into the bin.
     *
     * @param deletedAt the time that the part and all below it bear
     * @return false where it lies there already
     */
    public boolean put(Subject part, OffsetDateTime deletedAt, SignedIn who) {
        var row = CONCEPT_BIN.newRecord();
        row.setId(Ids.create(clock));
        row.set(column(part), part.id());
        row.setDeletedAt(deletedAt);
        row.setAccountId(who.accountId());
        row.setCreatedAt(deletedAt);
        row.setModifiedAt(deletedAt);
        row.setVersion(0L);
        return dsl.insertInto(CONCEPT_BIN).set(row).onConflictDoNothing().execute() == 1;
    }

    /** Takes a part out of the bin; gives the time that it and all below it bear, or nothing where it is not there. */
    public Optional<OffsetDateTime> take(Subject part) {
        return dsl.deleteFrom(CONCEPT_BIN)
                .where(column(part).eq(part.id()))
                .returning(CONCEPT_BIN.DELETED_AT)
                .fetchOptional(CONCEPT_BIN.DELETED_AT);
    }

    /** Everything in the bin, the latest first. */
    @InWorkspace(readOnly = true)
    public List<BinEntry> list() {
        return rows.list();
    }

    /** Deletes for good what lies in the bin for longer than it is kept. */
    public void clear() {
        OffsetDateTime end = now().minus(BinEntry.KEPT);
        int parts = FOR_GOOD.stream()
                .mapToInt(sql -> dsl.execute(sql.formatted("true"), DSL.val(end)))
                .sum();
        int gone = parts + dsl.execute(VERSIONS, DSL.val(end)) + dsl.execute(LINEAGE) + dsl.execute(SERIES);
        if (gone > 0) {
            audit.record(Actor.without("Kreiskonzept"), "bin.cleared", String.valueOf(gone), "");
        }
    }

    /** Deletes for good all that lies in the bin of one version, which is about to be frozen. */
    public void empty(UUID versionId) {
        // Beyond now, because a clock may stand behind that of the server which deleted something.
        OffsetDateTime end = now().plusDays(1);
        FOR_GOOD.forEach(sql -> dsl.execute(sql.formatted("version_id = {1}"), DSL.val(end), DSL.val(versionId)));
        dsl.execute(LINEAGE);
        dsl.execute(SERIES);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Field<UUID> column(Subject part) {
        return Objects.requireNonNull(CONCEPT_BIN.field(DSL.field(DSL.name(part.kind() + "_id"), UUID.class)));
    }
}
