package de.kreiskonzept.admin.quota;

import static de.kreiskonzept.schema.registry.Tables.TENANT_QUOTA;

import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.schema.registry.tables.records.TenantQuotaRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The table tenant_quota. */
@Singleton
final class QuotaStore {
    private final DSLContext db;
    private final Clock clock;

    QuotaStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<TenantQuotaRecord> find(UUID tenant) {
        return db.selectFrom(TENANT_QUOTA)
                .where(TENANT_QUOTA.TENANT_ID.eq(tenant))
                .fetchOptional();
    }

    /** Keeps what was agreed; whoever calls holds the lock of the tenant. */
    void save(UUID tenant, OwnQuota own, long version) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var row = TENANT_QUOTA.newRecord();
        row.setRequests(own.requests());
        row.setJobs(own.jobs());
        row.setMegabytes(own.megabytes());
        row.setAccounts(own.accounts());
        row.setModifiedAt(now);
        row.setVersion(version);
        db.insertInto(TENANT_QUOTA)
                .set(row)
                .set(TENANT_QUOTA.TENANT_ID, tenant)
                .set(TENANT_QUOTA.CREATED_AT, now)
                .onConflict(TENANT_QUOTA.TENANT_ID)
                .doUpdate()
                .set(row)
                .execute();
    }
}
