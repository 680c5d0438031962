package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.move.MoveProgress.Claim;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Says whether a county may move, when somebody wishes it and again when it is its turn; from then on it can be read and not be changed. */
@Singleton
@Transactional
class Departure {
    private static final Actor ACTOR = Actor.without("Umzug");

    private final MoveProgress progress;
    private final MoveStore store;
    private final Tenants tenants;
    private final Deletions deletions;
    private final MigrationProgress migration;
    private final AuditTrail audit;

    Departure(
            MoveProgress progress,
            MoveStore store,
            Tenants tenants,
            Deletions deletions,
            MigrationProgress migration,
            AuditTrail audit) {
        this.progress = progress;
        this.store = store;
        this.tenants = tenants;
        this.deletions = deletions;
        this.migration = migration;
        this.audit = audit;
    }

    /**
     * Refuses a county that may not move now.
     *
     * @throws Refusal 409 where its state, an announced deletion, a migration or tables of another version do not allow it
     */
    void check(Tenant tenant) {
        if (!Moves.isPossible(tenant.state())) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        deletions.checkNotUnderWay(tenant.id());
        var status = migration.status();
        if (status.isUnderWay()) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.migration");
        }
        if (!status.version().equals(tenant.schemaVersion())) {
            throw new Refusal(HttpStatus.CONFLICT, "move", "move.version");
        }
    }

    /**
     * Lets the county of a planned move set out. A migration keeps it planned; a state or an announced deletion that came meanwhile and does
     * not allow the move ends it.
     *
     * @return false when nothing was changed
     */
    boolean begin(Claim.Work work) {
        if (!progress.isStillOurs(work)) {
            return false;
        }
        var tenant = tenants.get(work.move().tenantId());
        if (!Moves.isPossible(tenant.state()) || deletions.isUnderWay(tenant.id())) {
            var reason = tenant.state().text();
            audit.record(ACTOR, "tenant.move-cancelled", tenant.id().toString(), reason);
            return progress.finish(work, MoveStep.TAKEN_BACK);
        }
        var status = migration.status();
        if (status.isUnderWay() || !status.version().equals(tenant.schemaVersion())) {
            return false;
        }
        store.notice(work.move().id(), tenant);
        tenants.change(tenant.id(), TenantState.MOVING, ACTOR, "");
        return true;
    }
}
