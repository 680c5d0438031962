package de.kreiskonzept.platform.audit;

import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.BrokenTrails;
import de.kreiskonzept.foundation.audit.Verification;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Recomputes the trails of all counties once a day, one after the other. */
@Singleton
@Requires(property = "kreiskonzept.background", notEquals = "false")
class TrailWatch {
    private final Workspaces workspaces;
    private final Trail trail;
    private final BrokenTrails broken;

    TrailWatch(Workspaces workspaces, Trail trail, BrokenTrails broken) {
        this.workspaces = workspaces;
        this.trail = trail;
        this.broken = broken;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "24h")
    void look() {
        broken.forgetOthers(workspaces.ids());
        workspaces
                .each("audit", workspaces.list(), trail::verify)
                .forEach((county, found) -> broken.note(county.id().toString(), found));
    }

    /** The trail of the county at work. */
    @Singleton
    @InWorkspace(readOnly = true)
    static class Trail {
        private final AuditTrail audit;

        Trail(AuditTrail audit) {
            this.audit = audit;
        }

        Verification verify() {
            return audit.verify();
        }
    }
}
