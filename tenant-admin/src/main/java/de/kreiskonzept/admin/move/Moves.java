package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.datasource.Placement;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Plans the move of a county to another database, and calls it off; {@link Moving} carries it out. */
@Singleton
@Transactional
public class Moves {
    private final MoveStore store;
    private final Tenants tenants;
    private final Placement placement;
    private final Obstacles obstacles;
    private final AuditTrail audit;

    Moves(MoveStore store, Tenants tenants, Placement placement, Obstacles obstacles, AuditTrail audit) {
        this.store = store;
        this.tenants = tenants;
        this.placement = placement;
        this.obstacles = obstacles;
        this.audit = audit;
    }

    /**
     * What an operator wants.
     *
     * @param slug of the county, typed again
     * @param to name of the data source
     */
    public record Wish(String slug, String to) {
        private Optional<Refusal> findFault(String county) {
            return slug.strip().equals(county)
                    ? Optional.empty()
                    : Optional.of(
                            new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "confirmation", "move.confirmation", county));
        }
    }

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
     * Plans a move; the county works as ever until somebody takes it up.
     *
     * @param version of the tenant that the operator has read
     * @throws Refusal 404, 409 where the state, an announced deletion, a migration, tables of another version or an earlier move does not
     *     allow it, 412, 422 where the slug is another one or the data source is none with room
     */
    public Move begin(UUID id, long version, Wish wish, Actor actor) {
        placement.lock();
        var tenant = tenants.lock(id);
        if (findLatest(id).filter(Move::isUnderWay).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.underWay.already");
        }
        obstacles.find(tenant, wish.to(), 0).ifPresent(obstacle -> {
            throw obstacle.refusal(tenant.state());
        });
        Versions.check(version, tenant.version());
        wish.findFault(tenant.slug()).ifPresent(fault -> {
            throw fault;
        });
        store.create(tenant, wish.to(), actor.name());
        audit.record(actor, "tenant.move-begun", id.toString(), "from " + tenant.dataSource() + " to " + wish.to());
        return get(id);
    }

    /** All that is wrong with a wish, by field in the order of the form; empty where the move can be begun. */
    public SequencedMap<String, Refusal> faults(UUID id, Wish wish) {
        var tenant = tenants.get(id);
        var faults = new LinkedHashMap<String, Refusal>();
        obstacles.find(tenant, wish.to(), 0).ifPresent(obstacle -> faults.put("to", obstacle.refusal(tenant.state())));
        wish.findFault(tenant.slug()).ifPresent(fault -> faults.put("slug", fault));
        return faults;
    }

    /**
     * Calls a move off: the county stays where it is and comes back to the state that it had. What is only planned ends at once.
     *
     * @throws Refusal 404 where there was no move, 409 where it is too late
     */
    public Move cancel(UUID id, Actor actor) {
        tenants.lock(id);
        var move = get(id);
        if (!move.isUnderWay() || !move.step().isRevocable()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.tooLate");
        }
        if (move.step() == MoveStep.PLANNED) {
            store.finish(move.id(), MoveStep.TAKEN_BACK);
        } else {
            store.next(move.id(), MoveStep.TAKING_BACK);
        }
        audit.record(actor, "tenant.move-cancelled", id.toString(), "");
        return get(id);
    }
}
