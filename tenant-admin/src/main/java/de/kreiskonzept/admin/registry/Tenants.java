package de.kreiskonzept.admin.registry;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Ags;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.Slug;
import de.kreiskonzept.model.tenant.StateChangeRefused;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of all tenants: the one place that changes their state, and records each change. */
@Singleton
@Transactional
public class Tenants {
    private final TenantStore store;
    private final AuditTrail audit;
    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final AfterCommit afterCommit;
    private final Clock clock;

    Tenants(
            TenantStore store,
            AuditTrail audit,
            WorkspaceSchema schema,
            AdminConnections connections,
            AfterCommit afterCommit,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.schema = schema;
        this.connections = connections;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Enters a county that asks for a workspace; empty when it has one, or another open request. */
    public Optional<Tenant> create(County county, Slug slug, Actor actor, String reason) {
        return create(county, slug, new Place(DataSources.DEFAULT, schema.newName()), actor, reason);
    }

    /**
     * Enters a county whose workspace stands already; empty when it has another one, or an open request.
     *
     * @param place of the workspace
     */
    public Optional<Tenant> create(County county, Slug slug, Place place, Actor actor, String reason) {
        var now = store.now();
        var tenant = new Tenant(
                Ids.create(clock),
                county.ags(),
                county.displayName(),
                slug.text(),
                place.dataSource(),
                place.schema(),
                TenantState.REQUESTED,
                null,
                now,
                now,
                0);
        if (!store.create(tenant)) {
            return Optional.empty();
        }
        store.append(tenant.id(), new TenantEvent(null, tenant.state(), actor.name(), reason, now));
        audit.record(
                actor, "tenant.requested", tenant.id().toString(), tenant.ags().text());
        return Optional.of(tenant);
    }

    /** How much the workspace of a tenant is used; empty where nobody has counted yet. */
    public Optional<WorkspaceFigures> findFigures(UUID id) {
        return store.findFigures(id);
    }

    /** The same for many, without those whose use nobody has counted yet. */
    public Map<UUID, WorkspaceFigures> figures(Collection<UUID> ids) {
        return store.figures(ids);
    }

    /** Names of the tenants among these ids, also of deleted ones, by their id. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return store.names(ids);
    }

    /**
     * Changes the state of a tenant.
     *
     * @param reason German, may be empty
     * @return the tenant as it is now
     * @throws Refusal 404 when there is no such tenant, 409 when the state may not follow the present one
     */
    public Tenant change(UUID id, TenantState to, Actor actor, String reason) {
        var tenant = store.lock(id).orElseThrow(Refusal::notFound);
        try {
            store.update(id, tenant.state().to(to));
        } catch (StateChangeRefused e) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + e.from().text());
        }
        store.append(id, new TenantEvent(tenant.state(), to, actor.name(), reason, store.now()));
        audit.record(
                actor,
                "tenant." + to.text(),
                id.toString(),
                "from " + tenant.state().text());
        afterCommit.publish(new TenantChanged(id, to));
        return get(id);
    }

    /** The tenant with this id, locked until the transaction ends. */
    public Tenant lock(UUID id) {
        return store.lock(id).orElseThrow(Refusal::notFound);
    }

    /** How many workspaces stand in each data source, or are to be built or brought there; one that has none may be missing. */
    public Map<String, Integer> countByDataSource() {
        return store.countByDataSource();
    }

    /** Lets nobody else say where a workspace goes until the transaction ends. */
    public void lockPlaces() {
        store.lockPlaces();
    }

    /** Says in which data source the workspace of a tenant is to be built. */
    public void buildIn(UUID id, String dataSource) {
        store.updateDataSource(id, dataSource);
    }

    /**
     * Where a county has arrived.
     *
     * @param state that it has there
     * @param reason German
     * @param digest of what both places hold
     */
    public record Arrival(Place place, TenantState state, String reason, String digest) {}

    /**
     * Points a tenant to a workspace of the current version in another database, that stands already; all of it is one entry in the trail.
     * Whoever writes at the place of before was kept from it earlier.
     */
    public void moveTo(UUID id, Arrival arrival, Actor actor) {
        store.updatePlace(id, arrival.place(), schema.version());
        audit.recordAsOne(
                actor,
                "tenant.moved",
                id.toString(),
                arrival.digest(),
                () -> change(id, arrival.state(), actor, arrival.reason()));
    }

    /** Notes that the tables of a tenant are those of this program. */
    public void builtNow(UUID id) {
        store.updateSchemaVersion(id, schema.version());
    }

    /** Notes the version of workspaces; nothing happens to those that no tenant has any more. */
    public void migrated(List<Place> workspaces, String schemaVersion) {
        store.updateSchemaVersion(workspaces, schemaVersion);
    }

    /** Notes which script the schema of a tenant was built from. */
    public void builtFrom(UUID id, String schemaVersion) {
        store.updateSchemaVersion(id, schemaVersion);
    }

    /**
     * Points a tenant to another schema of the current version in the same database, that stands already; its state stays. From the commit
     * on the platform cannot enter the one of before.
     *
     * @param name of schema and role
     * @param reason German
     * @param digest of what the schema holds
     */
    public Tenant pointTo(UUID id, String name, Actor actor, String reason, String digest) {
        var tenant = lock(id);
        store.updatePlace(id, new Place(tenant.dataSource(), name), schema.version());
        store.append(id, new TenantEvent(tenant.state(), tenant.state(), actor.name(), reason, store.now()));
        audit.record(actor, "tenant.restored", id.toString(), digest);
        withdraw(tenant.place());
        return get(id);
    }

    /** Another database does not take part in the transaction: it comes last, and where the commit fails the doctor puts it right. */
    private void withdraw(Place place) {
        var withdrawal = schema.withdrawal(place.schema());
        if (place.dataSource().equals(DataSources.DEFAULT)) {
            store.withdraw(withdrawal);
            return;
        }
        try {
            connections.run(place.dataSource(), withdrawal);
        } catch (SQLException e) {
            throw new IllegalStateException("The platform keeps its way in, SQLSTATE " + e.getSQLState(), e);
        }
    }

    /**
     * The tenant with this id.
     *
     * @throws Refusal 404 when there is none
     */
    public Tenant get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** The tenant of this county that is not deleted, whatever else its state. */
    public Optional<Tenant> findLiving(Ags ags) {
        return store.findLiving(ags);
    }

    /** The tenant with this id, AGS or slug that is not deleted; for people who type it. */
    public Optional<Tenant> findTyped(String text) {
        if (text.matches("[0-9]{5}")) {
            return store.findLiving(new Ags(text));
        }
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? store.find(UUID.fromString(text))
                : store.findBySlug(text);
    }

    /** A part of the tenants by name. */
    public List<Tenant> list(TenantFilter filter, long offset, int size) {
        return store.list(filter, offset, size);
    }

    /** Those of these ids that there are, by name. */
    public List<Tenant> list(Collection<UUID> ids) {
        return store.list(ids);
    }

    /**
     * The next tenants in one of these states, by id.
     *
     * @param after id of the last one of the part before; null for the first part
     */
    public List<Tenant> next(Set<TenantState> states, @Nullable UUID after, int size) {
        return store.next(states, after, size);
    }

    /** Names of the schemas of all tenants that are not deleted. */
    public Set<String> schemas() {
        return store.schemas();
    }

    /** Number of all tenants that match. */
    public long count(TenantFilter filter) {
        return store.count(filter);
    }

    /** Numbers of all tenants, without those states that none is in. */
    public Map<TenantState, Integer> countByState() {
        return store.countByState();
    }

    /** All changes of state of a tenant, the first one first. */
    public List<TenantEvent> events(UUID id) {
        return store.events(id);
    }
}
