package de.kreiskonzept.admin.migration;

import static de.kreiskonzept.schema.registry.Tables.MIGRATION;
import static de.kreiskonzept.schema.registry.Tables.MIGRATION_FAILURE;
import static de.kreiskonzept.schema.registry.Tables.TENANT;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.schema.registry.tables.records.MigrationRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The tables migration and migration_failure. */
@Singleton
final class MigrationStore {
    private final DSLContext db;
    private final Clock clock;

    MigrationStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A workspace of another version.
     *
     * @param from its version as far as the registry knows
     */
    record Waiting(UUID tenantId, Place place, String from) {}

    /** Numbers of workspaces: all, and those of a version. */
    record Counts(int all, int current) {}

    Counts count(String version) {
        return db.select(DSL.count(), DSL.count().filterWhere(TENANT.SCHEMA_VERSION.eq(version)))
                .from(TENANT)
                .where(isBuilt())
                .fetchSingle(row -> new Counts(row.value1(), row.value2()));
    }

    /** Workspaces of another version that were not set aside. */
    List<Waiting> waiting(String version) {
        return db.select(TENANT.ID, TENANT.DATA_SOURCE, TENANT.SCHEMA_NAME, TENANT.SCHEMA_VERSION)
                .from(TENANT)
                .where(
                        isBuilt(),
                        TENANT.SCHEMA_VERSION.ne(version),
                        TENANT.ID.notIn(DSL.select(MIGRATION_FAILURE.TENANT_ID).from(MIGRATION_FAILURE)))
                .orderBy(TENANT.ID)
                .fetch(row -> new Waiting(row.value1(), new Place(row.value2(), row.value3()), row.value4()));
    }

    List<MigrationFailure> failures(String version) {
        return db.select(TENANT.ID, TENANT.NAME, MIGRATION_FAILURE.REASON)
                .from(MIGRATION_FAILURE)
                .join(TENANT)
                .on(TENANT.ID.eq(MIGRATION_FAILURE.TENANT_ID))
                .where(isBuilt(), TENANT.SCHEMA_VERSION.ne(version))
                .orderBy(TENANT.NAME, TENANT.ID)
                .fetch(row -> new MigrationFailure(row.value1(), row.value2(), row.value3()));
    }

    Optional<MigrationRun> findLatest() {
        return db.selectFrom(MIGRATION)
                .orderBy(MIGRATION.CREATED_AT.desc(), MIGRATION.ID.desc())
                .limit(1)
                .fetchOptional(MigrationStore::run);
    }

    Optional<MigrationRun> findUnfinished() {
        return db.selectFrom(MIGRATION).where(MIGRATION.FINISHED_AT.isNull()).fetchOptional(MigrationStore::run);
    }

    /** Begins a migration of this many workspaces; nothing happens while another one is under way. */
    void create(String version, String actor, int planned) {
        db.insertInto(MIGRATION)
                .set(MIGRATION.ID, Ids.create(clock))
                .set(MIGRATION.TARGET_VERSION, version)
                .set(MIGRATION.ACTOR, actor)
                .set(MIGRATION.PLANNED, planned)
                .set(MIGRATION.CREATED_AT, now())
                .set(MIGRATION.MODIFIED_AT, now())
                .set(MIGRATION.VERSION, 0L)
                .onConflictDoNothing()
                .execute();
    }

    /** Ends a migration; false where it has ended already. */
    boolean finish(UUID id) {
        return db.update(MIGRATION)
                        .set(MIGRATION.FINISHED_AT, now())
                        .set(MIGRATION.MODIFIED_AT, now())
                        .set(MIGRATION.VERSION, MIGRATION.VERSION.plus(1))
                        .where(MIGRATION.ID.eq(id), MIGRATION.FINISHED_AT.isNull())
                        .execute()
                == 1;
    }

    void setAside(UUID tenant, UUID migration, String reason) {
        db.insertInto(MIGRATION_FAILURE)
                .set(MIGRATION_FAILURE.TENANT_ID, tenant)
                .set(MIGRATION_FAILURE.MIGRATION_ID, migration)
                .set(MIGRATION_FAILURE.REASON, reason)
                .set(MIGRATION_FAILURE.CREATED_AT, now())
                .set(MIGRATION_FAILURE.MODIFIED_AT, now())
                .set(MIGRATION_FAILURE.VERSION, 0L)
                .onConflictDoNothing()
                .execute();
    }

    /** Lets the next migration try again what was set aside. */
    void forgetFailures() {
        db.deleteFrom(MIGRATION_FAILURE).execute();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** What moves to another database is migrated there; what is being deleted not at all. */
    private static Condition isBuilt() {
        var left = Arrays.asList(TenantState.MOVING.text(), TenantState.DELETING.text(), TenantState.DELETED.text());
        return TENANT.SCHEMA_VERSION.isNotNull().and(TENANT.STATE.notIn(left));
    }

    private static MigrationRun run(MigrationRecord row) {
        return new MigrationRun(
                row.getId(),
                row.getTargetVersion(),
                row.getActor(),
                row.getPlanned(),
                row.getCreatedAt(),
                row.getFinishedAt());
    }
}
