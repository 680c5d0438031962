package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.tenant.Occupancy;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins the move of a county to another database, and calls it off; {@link Moving} carries it out. */
@Singleton
@Transactional
public class Moves {
    private final MoveStore store;
    private final Tenants tenants;
    private final Placement placement;
    private final Deletions deletions;
    private final MigrationProgress migration;
    private final AuditTrail audit;

    Moves(
            MoveStore store,
            Tenants tenants,
            Placement placement,
            Deletions deletions,
            MigrationProgress migration,
            AuditTrail audit) {
        this.store = store;
        this.tenants = tenants;
        this.placement = placement;
        this.deletions = deletions;
        this.migration = migration;
        this.audit = audit;
    }

    /**
     * What an operator wants.
     *
     * @param slug of the county, typed again
     * @param to name of the data source
     */
    public record Wish(String slug, String to) {}

    /** Whether a county of this state can be brought elsewhere. */
    public static boolean isPossible(TenantState state) {
        return state.next().contains(TenantState.MOVING);
    }

    /** The move that was begun last, also one that has ended. */
    public Optional<Move> findLatest(UUID tenant) {
        return store.findLatest(tenant);
    }

    /**
     * The move that was begun last, also one that has ended.
     *
     * @throws Refusal 404 when there is none
     */
    public Move get(UUID tenant) {
        return findLatest(tenant).orElseThrow(Refusal::notFound);
    }

    /** Data sources to which a county could be brought: all others that are ready and have room. */
    public List<Occupancy> targets(Tenant tenant) {
        return placement.open().stream()
                .filter(each -> !each.dataSource().equals(tenant.dataSource()))
                .toList();
    }

    /**
     * Begins a move: from the commit on the county can be read, and not be changed.
     *
     * @param version of the tenant that the operator has read
     * @throws Refusal 404, 409 where the state, an announced deletion, a migration, tables of another version or an earlier move does not
     *     allow it, 412, 422 where the slug is another one or the data source is none with room
     */
    public Move begin(UUID id, long version, Wish wish, Actor actor) {
        placement.lock();
        var tenant = tenants.lock(id);
        check(tenant);
        Versions.check(version, tenant.version());
        if (!wish.slug().strip().equals(tenant.slug())) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "confirmation", "move.confirmation", tenant.slug());
        }
        if (targets(tenant).stream().noneMatch(each -> each.dataSource().equals(wish.to()))) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", "move.target");
        }
        store.create(tenant, wish.to(), actor.name());
        audit.recordAsOne(
                actor,
                "tenant.move-begun",
                id.toString(),
                "from " + tenant.dataSource() + " to " + wish.to(),
                () -> tenants.change(id, TenantState.MOVING, actor, ""));
        return get(id);
    }

    private void check(Tenant tenant) {
        if (!isPossible(tenant.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        deletions.checkNotUnderWay(tenant.id());
        if (findLatest(tenant.id()).filter(Move::isUnderWay).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.underWay.already");
        }
        var status = migration.status();
        if (status.isUnderWay()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.migration");
        }
        if (!status.version().equals(tenant.schemaVersion())) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.version");
        }
    }

    /**
     * Calls a move off: the county stays where it is and comes back to the state that it had.
     *
     * @throws Refusal 404 where there was no move, 409 where it is too late
     */
    public Move cancel(UUID id, Actor actor) {
        tenants.lock(id);
        var move = get(id);
        if (!move.isUnderWay() || !move.step().isRevocable()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.tooLate");
        }
        store.next(move.id(), MoveStep.TAKING_BACK);
        audit.record(actor, "tenant.move-cancelled", id.toString(), "");
        return get(id);
    }
}
