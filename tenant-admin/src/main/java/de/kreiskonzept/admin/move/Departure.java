package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.move.MoveProgress.Claim;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Lets a county set out when it is the turn of its move; from then on it can be read and not be changed. */
@Singleton
@Transactional
class Departure {
    private static final Actor ACTOR = Actor.without("Umzug");

    private final MoveProgress progress;
    private final MoveStore store;
    private final Tenants tenants;
    private final Placement placement;
    private final Obstacles obstacles;
    private final AuditTrail audit;

    Departure(
            MoveProgress progress,
            MoveStore store,
            Tenants tenants,
            Placement placement,
            Obstacles obstacles,
            AuditTrail audit) {
        this.progress = progress;
        this.store = store;
        this.tenants = tenants;
        this.placement = placement;
        this.obstacles = obstacles;
        this.audit = audit;
    }

    /**
     * Lets the county of a planned move set out. What passes by itself keeps it planned; any other obstacle that came meanwhile ends the
     * move with its reason, and the county is as it was.
     *
     * @return false when nothing was changed
     */
    boolean begin(Claim.Work work) {
        // Two moves that ask at the same moment must not both find the place of the other one taken.
        placement.lock();
        if (!progress.isStillOurs(work)) {
            return false;
        }
        var tenant = tenants.get(work.move().tenantId());
        var obstacle = obstacles.find(tenant, work.move().to(), 1);
        if (obstacle.isPresent()) {
            return !obstacle.get().passes() && end(work, obstacle.get());
        }
        store.notice(work.move().id(), tenant);
        tenants.change(tenant.id(), TenantState.MOVING, ACTOR, "");
        return true;
    }

    private boolean end(Claim.Work work, Obstacle obstacle) {
        audit.record(ACTOR, "tenant.move-cancelled", work.move().tenantId().toString(), obstacle.text());
        return progress.end(work, obstacle);
    }
}
