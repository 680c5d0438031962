package de.kreiskonzept.admin.move;

import static de.kreiskonzept.schema.registry.Tables.TENANT_MOVE;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.schema.registry.tables.records.TenantMoveRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** The table tenant_move. */
@Singleton
final class MoveStore {
    private final DSLContext db;
    private final Clock clock;

    MoveStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Plans a move. */
    void create(Tenant tenant, String to, String actor) {
        db.insertInto(TENANT_MOVE)
                .set(TENANT_MOVE.ID, Ids.create(clock))
                .set(TENANT_MOVE.TENANT_ID, tenant.id())
                .set(TENANT_MOVE.FROM_DATA_SOURCE, tenant.dataSource())
                .set(TENANT_MOVE.FROM_SCHEMA, tenant.schema())
                .set(TENANT_MOVE.TO_DATA_SOURCE, to)
                .set(TENANT_MOVE.STATE_BEFORE, tenant.state().text())
                .set(TENANT_MOVE.ACTOR, actor)
                .set(TENANT_MOVE.STEP, MoveStep.PLANNED.text())
                .set(TENANT_MOVE.CREATED_AT, now())
                .set(TENANT_MOVE.MODIFIED_AT, now())
                .set(TENANT_MOVE.VERSION, 0L)
                .execute();
    }

    /** Tenants whose move goes on now: first those that cannot be changed until its end, then those that wait longest. */
    List<UUID> unfinished() {
        return db.select(TENANT_MOVE.TENANT_ID)
                .from(TENANT_MOVE)
                .where(
                        TENANT_MOVE.FINISHED_AT.isNull(),
                        TENANT_MOVE.NOT_BEFORE.isNull().or(TENANT_MOVE.NOT_BEFORE.le(now())))
                .orderBy(TENANT_MOVE.STEP.eq(MoveStep.PLANNED.text()), TENANT_MOVE.CREATED_AT, TENANT_MOVE.ID)
                .fetch(TENANT_MOVE.TENANT_ID);
    }

    Optional<Move> findLatest(UUID tenant) {
        return db.selectFrom(TENANT_MOVE)
                .where(TENANT_MOVE.TENANT_ID.eq(tenant))
                .orderBy(TENANT_MOVE.CREATED_AT.desc(), TENANT_MOVE.ID.desc())
                .limit(1)
                .fetchOptional(MoveStore::move);
    }

    /** Notes that it is the turn of a planned move, and where the county stands by now. */
    void notice(UUID move, Tenant tenant) {
        change().set(TENANT_MOVE.STEP, MoveStep.NOTICE.text())
                .set(TENANT_MOVE.FROM_DATA_SOURCE, tenant.dataSource())
                .set(TENANT_MOVE.FROM_SCHEMA, tenant.schema())
                .set(TENANT_MOVE.STATE_BEFORE, tenant.state().text())
                .set(TENANT_MOVE.NOTICED_AT, now())
                .setNull(TENANT_MOVE.NOT_BEFORE)
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    /** Notes the next step. */
    void next(UUID move, MoveStep step) {
        change().set(TENANT_MOVE.STEP, step.text())
                .setNull(TENANT_MOVE.NOT_BEFORE)
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    /** Notes the schema that is being filled. */
    void fill(UUID move, String schema) {
        change().set(TENANT_MOVE.TO_SCHEMA, schema)
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    void copied(UUID move, Move.Copied copied) {
        change().set(TENANT_MOVE.TABLES_COPIED, copied.tables())
                .set(TENANT_MOVE.TABLES_ALL, copied.all())
                .set(TENANT_MOVE.ROWS_COPIED, copied.rows())
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    void switched(UUID move) {
        change().set(TENANT_MOVE.STEP, MoveStep.WITHDRAWAL.text())
                .set(TENANT_MOVE.SWITCHED_AT, now())
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    void failed(Move move, String error) {
        change().set(TENANT_MOVE.STEP, move.afterFailure().text())
                .set(TENANT_MOVE.ATTEMPTS, move.attempts() + 1)
                .set(TENANT_MOVE.LAST_ERROR, error)
                .set(TENANT_MOVE.NOT_BEFORE, now().plus(move.distance()))
                .where(TENANT_MOVE.ID.eq(move.id()))
                .execute();
    }

    /** Notes the German sentence that says why a move ends. */
    void explain(UUID move, String reason) {
        change().set(TENANT_MOVE.REASON, reason).where(TENANT_MOVE.ID.eq(move)).execute();
    }

    void finish(UUID move, MoveStep end) {
        change().set(TENANT_MOVE.STEP, end.text())
                .set(TENANT_MOVE.FINISHED_AT, now())
                .where(TENANT_MOVE.ID.eq(move))
                .execute();
    }

    private UpdateSetMoreStep<TenantMoveRecord> change() {
        return db.update(TENANT_MOVE)
                .set(TENANT_MOVE.MODIFIED_AT, now())
                .set(TENANT_MOVE.VERSION, TENANT_MOVE.VERSION.plus(1));
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Move move(TenantMoveRecord row) {
        return new Move(
                row.getId(),
                row.getTenantId(),
                new Place(row.getFromDataSource(), row.getFromSchema()),
                row.getToDataSource(),
                row.getToSchema(),
                TenantState.of(row.getStateBefore()),
                row.getActor(),
                MoveStep.of(row.getStep()),
                new Move.Copied(row.getTablesCopied(), row.getTablesAll(), row.getRowsCopied()),
                row.getAttempts(),
                row.getLastError(),
                row.getReason(),
                row.getCreatedAt(),
                Objects.requireNonNullElse(row.getNoticedAt(), row.getCreatedAt()),
                row.getSwitchedAt(),
                row.getNotBefore(),
                row.getFinishedAt());
    }
}
