package de.kreiskonzept.admin.web;

import static de.kreiskonzept.schema.registry.Tables.AUDIT_ENTRY;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;

/** Reads the trail of the registry; only the audit trail itself writes it. */
@Singleton
@Transactional(readOnly = true)
public class TrailStore {
    private final DSLContext dsl;
    private final Clock clock;

    TrailStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Lists a part of the entries, the newest first. */
    public List<TrailEntry> list(long offset, int size) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.POSITION.desc())
                .offset(offset)
                .limit(size)
                .fetch(row -> new TrailEntry(
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
