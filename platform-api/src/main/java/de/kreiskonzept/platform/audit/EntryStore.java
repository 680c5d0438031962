package de.kreiskonzept.platform.audit;

import static de.kreiskonzept.schema.workspace.Tables.AUDIT_ENTRY;

import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;

/** Reads the trail of the county; only the audit trail itself writes it. */
@Singleton
@InWorkspace(readOnly = true)
class EntryStore {
    private final DSLContext dsl;
    private final Clock clock;

    EntryStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Lists a part of the entries, the newest first. */
    List<EntryView> list(long offset, int size) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.POSITION.desc())
                .offset(offset)
                .limit(size)
                .fetch(row -> new EntryView(
                        row.getPosition(),
                        row.getHappenedAt()
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime()
                                .toString(),
                        row.getActorName(),
                        row.getAction(),
                        row.getSubject(),
                        row.getDetail()));
    }

    long count() {
        return dsl.fetchCount(AUDIT_ENTRY);
    }
}
