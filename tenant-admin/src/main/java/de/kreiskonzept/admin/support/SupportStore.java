package de.kreiskonzept.admin.support;

import static de.kreiskonzept.schema.registry.Tables.SUPPORT_GRANT;
import static de.kreiskonzept.schema.registry.Tables.SUPPORT_VISIT;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tickets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The tables support_grant and support_visit, of which the platform writes the first. */
@Singleton
final class SupportStore {
    private final DSLContext db;
    private final Clock clock;

    SupportStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<OpenGrant> findOpen(UUID tenant) {
        return db.select(SUPPORT_GRANT.ID, SUPPORT_GRANT.WRITING, SUPPORT_GRANT.EXPIRES_AT)
                .from(SUPPORT_GRANT)
                .where(
                        SUPPORT_GRANT.TENANT_ID.eq(tenant),
                        SUPPORT_GRANT.ENDED_AT.isNull(),
                        SUPPORT_GRANT.EXPIRES_AT.gt(now()))
                .fetchOptional(row -> new OpenGrant(row.value1(), row.value2(), row.value3()));
    }

    /** Keeps the hash of a ticket. */
    void createVisit(UUID tenant, OpenGrant grant, SignedIn who, String ticket, OffsetDateTime until) {
        var now = now();
        db.insertInto(SUPPORT_VISIT)
                .set(SUPPORT_VISIT.ID, Ids.create(clock))
                .set(SUPPORT_VISIT.GRANT_ID, grant.id())
                .set(SUPPORT_VISIT.TENANT_ID, tenant)
                .set(SUPPORT_VISIT.OPERATOR_ID, who.accountId())
                .set(SUPPORT_VISIT.OPERATOR_NAME, who.name())
                .set(SUPPORT_VISIT.TICKET_HASH, Tickets.hash(ticket))
                .set(SUPPORT_VISIT.TICKET_EXPIRES_AT, until)
                .set(SUPPORT_VISIT.CREATED_AT, now)
                .set(SUPPORT_VISIT.MODIFIED_AT, now)
                .set(SUPPORT_VISIT.VERSION, 0L)
                .execute();
    }

    /** Deletes grants with their visits that are older than this; returns how many there were. */
    int forget(Duration age) {
        return db.deleteFrom(SUPPORT_GRANT)
                .where(SUPPORT_GRANT.CREATED_AT.lt(now().minus(age)))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
