package de.kreiskonzept.admin.registry;

import static de.kreiskonzept.schema.registry.Tables.TENANT;
import static de.kreiskonzept.schema.registry.Tables.TENANT_EVENT;
import static de.kreiskonzept.schema.registry.Tables.TENANT_MOVE;
import static de.kreiskonzept.schema.registry.Tables.WORKSPACE_FIGURES;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.schema.registry.tables.records.TenantRecord;
import de.kreiskonzept.schema.registry.tables.records.WorkspaceFiguresRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The tables tenant and tenant_event. */
@Singleton
final class TenantStore {
    private final DSLContext db;
    private final Clock clock;

    TenantStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Stores a new tenant; false when another one that is not deleted has its AGS or slug. */
    boolean create(Tenant tenant) {
        return db.insertInto(TENANT)
                        .set(TENANT.ID, tenant.id())
                        .set(TENANT.AGS, tenant.ags().text())
                        .set(TENANT.NAME, tenant.name())
                        .set(TENANT.SLUG, tenant.slug())
                        .set(TENANT.DATA_SOURCE, tenant.dataSource())
                        .set(TENANT.SCHEMA_NAME, tenant.schema())
                        .set(TENANT.ROLE_NAME, tenant.schema())
                        .set(TENANT.STATE, tenant.state().text())
                        .set(TENANT.CREATED_AT, tenant.createdAt())
                        .set(TENANT.MODIFIED_AT, tenant.modifiedAt())
                        .set(TENANT.VERSION, tenant.version())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Tenant> find(UUID id) {
        return db.selectFrom(TENANT).where(TENANT.ID.eq(id)).fetchOptional(TenantStore::tenant);
    }

    /** How much its workspace is used; empty where nobody has counted yet. */
    Optional<WorkspaceFigures> findFigures(UUID id) {
        return db.selectFrom(WORKSPACE_FIGURES)
                .where(WORKSPACE_FIGURES.TENANT_ID.eq(id))
                .fetchOptional(TenantStore::figures);
    }

    /** The same for many, without those whose use nobody has counted yet. */
    Map<UUID, WorkspaceFigures> figures(Collection<UUID> ids) {
        return db.selectFrom(WORKSPACE_FIGURES)
                .where(WORKSPACE_FIGURES.TENANT_ID.in(ids))
                .fetchMap(WORKSPACE_FIGURES.TENANT_ID, TenantStore::figures);
    }

    private static WorkspaceFigures figures(WorkspaceFiguresRecord row) {
        return new WorkspaceFigures(
                row.getAccounts(),
                row.getLastSignIn(),
                row.getOpenRounds(),
                row.getSettled(),
                row.getQuestions(),
                row.getUploadBytes(),
                row.getModifiedAt());
    }

    /** Names of those that there are, by their id. */
    Map<UUID, String> names(Collection<UUID> ids) {
        return db.select(TENANT.ID, TENANT.NAME)
                .from(TENANT)
                .where(TENANT.ID.in(ids))
                .fetchMap(TENANT.ID, TENANT.NAME);
    }

    /** The tenant, locked until the transaction ends. */
    Optional<Tenant> lock(UUID id) {
        return db.selectFrom(TENANT).where(TENANT.ID.eq(id)).forUpdate().fetchOptional(TenantStore::tenant);
    }

    Optional<Tenant> findLiving(Ags ags) {
        return db.selectFrom(TENANT)
                .where(TENANT.AGS.eq(ags.text()), TENANT.STATE.ne(TenantState.DELETED.text()))
                .fetchOptional(TenantStore::tenant);
    }

    Optional<Tenant> findBySlug(String slug) {
        return db.selectFrom(TENANT)
                .where(TENANT.SLUG.eq(slug), TENANT.STATE.ne(TenantState.DELETED.text()))
                .fetchOptional(TenantStore::tenant);
    }

    List<Tenant> list(TenantFilter filter, long offset, int size) {
        return db.selectFrom(TENANT)
                .where(matches(filter))
                .orderBy(TENANT.NAME, TENANT.CREATED_AT, TENANT.ID)
                .offset(offset)
                .limit(size)
                .fetch(TenantStore::tenant);
    }

    List<Tenant> list(Collection<UUID> ids) {
        return db.selectFrom(TENANT)
                .where(TENANT.ID.in(ids))
                .orderBy(TENANT.NAME, TENANT.ID)
                .fetch(TenantStore::tenant);
    }

    List<Tenant> next(Set<TenantState> states, @Nullable UUID after, int size) {
        return db.selectFrom(TENANT)
                .where(
                        TENANT.STATE.in(states.stream().map(TenantState::text).toList()),
                        after == null ? DSL.noCondition() : TENANT.ID.gt(after))
                .orderBy(TENANT.ID)
                .limit(size)
                .fetch(TenantStore::tenant);
    }

    Set<String> schemas() {
        return db.select(TENANT.SCHEMA_NAME)
                .from(TENANT)
                .where(TENANT.STATE.ne(TenantState.DELETED.text()))
                .fetchSet(TENANT.SCHEMA_NAME);
    }

    Map<TenantState, Integer> countByState() {
        return db.select(TENANT.STATE, DSL.count())
                .from(TENANT)
                .groupBy(TENANT.STATE)
                .fetchMap(row -> TenantState.of(row.value1()), row -> row.value2());
    }

    long count(TenantFilter filter) {
        return db.fetchCount(TENANT, matches(filter));
    }

    /** Sets the state, and since when sessions count where it ends them. */
    void update(UUID id, TenantState state) {
        db.update(TENANT)
                .set(TENANT.STATE, state.text())
                .set(TENANT.SESSIONS_SINCE, state.endsSessions() ? DSL.val(now()) : TENANT.SESSIONS_SINCE)
                .set(TENANT.MODIFIED_AT, now())
                .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.ID.eq(id))
                .execute();
    }

    void updateSchemaVersion(List<Place> workspaces, String schemaVersion) {
        var schemas = workspaces.stream()
                .collect(Collectors.groupingBy(
                        Place::dataSource, Collectors.mapping(Place::schema, Collectors.toList())));
        var now = now();
        db.batched(batch -> schemas.forEach((dataSource, names) -> batch.dsl()
                .update(TENANT)
                .set(TENANT.SCHEMA_VERSION, schemaVersion)
                .set(TENANT.MODIFIED_AT, now)
                .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.DATA_SOURCE.eq(dataSource), TENANT.SCHEMA_NAME.eq(DSL.any(names.toArray(String[]::new))))
                .execute()));
    }

    void updateSchemaVersion(UUID id, String schemaVersion) {
        db.update(TENANT)
                .set(TENANT.SCHEMA_VERSION, schemaVersion)
                .set(TENANT.MODIFIED_AT, now())
                .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.ID.eq(id))
                .execute();
    }

    /** Says in which database the workspace of a tenant is to be built. */
    void updateDataSource(UUID id, String dataSource) {
        db.update(TENANT)
                .set(TENANT.DATA_SOURCE, dataSource)
                .set(TENANT.MODIFIED_AT, now())
                .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.ID.eq(id))
                .execute();
    }

    /** Lets whoever is about to say where a workspace is to be built wait for the one who does so now. */
    void lockPlaces() {
        db.execute("SELECT pg_advisory_xact_lock(hashtext('places of workspaces'))");
    }

    /** How many workspaces stand in each data source, or are to be built or brought there. */
    Map<String, Integer> countByDataSource() {
        var there = TENANT.STATE.notIn(
                TenantState.REQUESTED.text(), TenantState.VERIFIED.text(), TenantState.DELETED.text());
        var coming = TENANT_MOVE.FINISHED_AT.isNull().and(TENANT_MOVE.SWITCHED_AT.isNull());
        var places = DSL.select(TENANT.DATA_SOURCE)
                .from(TENANT)
                .where(there)
                .unionAll(
                        DSL.select(TENANT_MOVE.TO_DATA_SOURCE).from(TENANT_MOVE).where(coming))
                .asTable("places");
        var name = Objects.requireNonNull(places.field(TENANT.DATA_SOURCE));
        return db.select(name, DSL.count()).from(places).groupBy(name).fetchMap(name, DSL.count());
    }

    /** Points a tenant to another workspace. */
    void updatePlace(UUID id, Place place, String schemaVersion) {
        db.update(TENANT)
                .set(TENANT.DATA_SOURCE, place.dataSource())
                .set(TENANT.SCHEMA_NAME, place.schema())
                .set(TENANT.ROLE_NAME, place.schema())
                .set(TENANT.SCHEMA_VERSION, schemaVersion)
                .set(TENANT.MODIFIED_AT, now())
                .set(TENANT.VERSION, TENANT.VERSION.plus(1))
                .where(TENANT.ID.eq(id))
                .execute();
    }

    /** Lets the platform enter a workspace of this database no more, with the current transaction. */
    void withdraw(String withdrawal) {
        db.execute(withdrawal);
    }

    void append(UUID id, TenantEvent event) {
        db.insertInto(TENANT_EVENT)
                .set(TENANT_EVENT.ID, Ids.create(clock))
                .set(TENANT_EVENT.TENANT_ID, id)
                .set(
                        TENANT_EVENT.FROM_STATE,
                        event.from() == null ? null : event.from().text())
                .set(TENANT_EVENT.TO_STATE, event.to().text())
                .set(TENANT_EVENT.ACTOR, event.actor())
                .set(TENANT_EVENT.REASON, event.reason())
                .set(TENANT_EVENT.CREATED_AT, event.at())
                .set(TENANT_EVENT.MODIFIED_AT, event.at())
                .set(TENANT_EVENT.VERSION, 0L)
                .execute();
    }

    List<TenantEvent> events(UUID id) {
        return db.selectFrom(TENANT_EVENT)
                .where(TENANT_EVENT.TENANT_ID.eq(id))
                .orderBy(TENANT_EVENT.CREATED_AT, TENANT_EVENT.ID)
                .fetch(row -> new TenantEvent(
                        row.getFromState() == null ? null : TenantState.of(row.getFromState()),
                        TenantState.of(row.getToState()),
                        row.getActor(),
                        row.getReason(),
                        row.getCreatedAt()));
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Condition matches(TenantFilter filter) {
        var state = filter.state();
        var condition = state == null ? TENANT.STATE.ne(TenantState.DELETED.text()) : TENANT.STATE.eq(state.text());
        return filter.search().isEmpty()
                ? condition
                : condition.and(TENANT.NAME.containsIgnoreCase(filter.search()).or(TENANT.AGS.eq(filter.search())));
    }

    private static Tenant tenant(TenantRecord row) {
        return new Tenant(
                row.getId(),
                new Ags(row.getAgs()),
                row.getName(),
                row.getSlug(),
                row.getDataSource(),
                row.getSchemaName(),
                TenantState.of(row.getState()),
                row.getSchemaVersion(),
                row.getCreatedAt(),
                row.getModifiedAt(),
                row.getVersion());
    }
}
