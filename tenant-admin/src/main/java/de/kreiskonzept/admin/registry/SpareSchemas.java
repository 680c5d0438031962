package de.kreiskonzept.admin.registry;

import static de.kreiskonzept.schema.registry.Tables.SPARE_SCHEMA;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Schemas, with their roles, that stand beside the workspaces: one that is being filled, and the one that a county had before it was
 * restored or moved. Each has its time, after which it may be removed, whatever became of the process that wanted it.
 */
@Singleton
@Transactional
public class SpareSchemas {
    /** How long the workspace of before is kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    // From the last sign of life.
    private static final Duration FILLING_TIME = Duration.ofHours(1);
    private static final String FILLING = "filling";
    private static final String PREVIOUS = "previous";
    private static final String REMOVING = "removing";

    private final DSLContext db;
    private final AuditTrail audit;
    private final Clock clock;

    SpareSchemas(DSLContext db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes a schema before it is made. */
    public void begin(Place place) {
        create(place, null, FILLING, FILLING_TIME);
    }

    /** Gives a schema that is being filled its full time again. */
    public void prolong(String name) {
        db.update(SPARE_SCHEMA)
                .set(SPARE_SCHEMA.KEPT_UNTIL, now().plus(FILLING_TIME))
                .set(SPARE_SCHEMA.MODIFIED_AT, now())
                .set(SPARE_SCHEMA.VERSION, SPARE_SCHEMA.VERSION.plus(1))
                .where(SPARE_SCHEMA.NAME.eq(name), SPARE_SCHEMA.PURPOSE.eq(FILLING))
                .execute();
    }

    /**
     * Takes a filled schema into use; joins the transaction that gives it to a county.
     *
     * @return false where its time is over and somebody removes it
     */
    public boolean take(String name) {
        return db.deleteFrom(SPARE_SCHEMA)
                        .where(SPARE_SCHEMA.NAME.eq(name), SPARE_SCHEMA.PURPOSE.eq(FILLING))
                        .execute()
                == 1;
    }

    /** Keeps the schema that a county had; joins the transaction that gives it another one. */
    public void keep(Place place, UUID tenant) {
        create(place, tenant, PREVIOUS, KEPT);
    }

    /** All names, for whoever looks for schemas that belong to nobody. */
    public Set<String> names() {
        return db.select(SPARE_SCHEMA.NAME).from(SPARE_SCHEMA).fetchSet(SPARE_SCHEMA.NAME);
    }

    /** Those that a county had before. */
    public List<Place> list(UUID tenant) {
        return db.select(SPARE_SCHEMA.DATA_SOURCE, SPARE_SCHEMA.NAME)
                .from(SPARE_SCHEMA)
                .where(SPARE_SCHEMA.TENANT_ID.eq(tenant))
                .orderBy(SPARE_SCHEMA.CREATED_AT, SPARE_SCHEMA.NAME)
                .fetch(row -> new Place(row.value1(), row.value2()));
    }

    /** Those whose time is over, or whose removal was begun. */
    public List<String> over() {
        return db.select(SPARE_SCHEMA.NAME)
                .from(SPARE_SCHEMA)
                .where(isOver())
                .orderBy(SPARE_SCHEMA.KEPT_UNTIL, SPARE_SCHEMA.NAME)
                .fetch(SPARE_SCHEMA.NAME);
    }

    private Condition isOver() {
        return SPARE_SCHEMA.KEPT_UNTIL.le(now()).or(SPARE_SCHEMA.PURPOSE.eq(REMOVING));
    }

    /**
     * Begins the removal of a schema, which nobody can take into use then.
     *
     * @return where it stands; empty where it is in use or gone
     */
    public Optional<Place> beginRemoval(String name) {
        return beginRemoval(name, DSL.noCondition());
    }

    /** The same for one that {@link #over} has named: it may have been given more time since. */
    public Optional<Place> beginRemovalOfOver(String name) {
        return beginRemoval(name, isOver());
    }

    private Optional<Place> beginRemoval(String name, Condition condition) {
        return db.update(SPARE_SCHEMA)
                .set(SPARE_SCHEMA.PURPOSE, REMOVING)
                .set(SPARE_SCHEMA.MODIFIED_AT, now())
                .set(SPARE_SCHEMA.VERSION, SPARE_SCHEMA.VERSION.plus(1))
                .where(SPARE_SCHEMA.NAME.eq(name), condition)
                .returning(SPARE_SCHEMA.DATA_SOURCE)
                .fetchOptional(row -> new Place(row.getDataSource(), name));
    }

    /** Ends the removal of a schema that is gone. */
    public void removed(String name) {
        db.deleteFrom(SPARE_SCHEMA).where(SPARE_SCHEMA.NAME.eq(name)).execute();
    }

    /** The same for one whose time was over; what a county had before leaves an entry. */
    public void ranOut(String name) {
        db.deleteFrom(SPARE_SCHEMA)
                .where(SPARE_SCHEMA.NAME.eq(name))
                .returning(SPARE_SCHEMA.TENANT_ID)
                .fetchOptional(SPARE_SCHEMA.TENANT_ID)
                .ifPresent(tenant ->
                        audit.record(Actor.without("Fristablauf"), "tenant.previous-dropped", tenant.toString(), "1"));
    }

    private void create(Place place, @Nullable UUID tenant, String purpose, Duration kept) {
        db.insertInto(SPARE_SCHEMA)
                .set(SPARE_SCHEMA.NAME, place.schema())
                .set(SPARE_SCHEMA.DATA_SOURCE, place.dataSource())
                .set(SPARE_SCHEMA.TENANT_ID, tenant)
                .set(SPARE_SCHEMA.PURPOSE, purpose)
                .set(SPARE_SCHEMA.KEPT_UNTIL, now().plus(kept))
                .set(SPARE_SCHEMA.CREATED_AT, now())
                .set(SPARE_SCHEMA.MODIFIED_AT, now())
                .set(SPARE_SCHEMA.VERSION, 0L)
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
