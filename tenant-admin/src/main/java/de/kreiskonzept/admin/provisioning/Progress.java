package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Fault;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.job.Leases;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What is done and what comes next; every method is one transaction on the registry. */
@Singleton
@Transactional
public class Progress {
    static final Actor ACTOR = Actor.without("Bereitstellung");

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 5;

    private final ProvisioningStore store;
    private final Tenants tenants;
    private final Leases leases;
    private final AuditTrail audit;
    private final Texts texts;

    Progress(ProvisioningStore store, Tenants tenants, Leases leases, AuditTrail audit, Texts texts) {
        this.store = store;
        this.tenants = tenants;
        this.leases = leases;
        this.audit = audit;
        this.texts = texts;
    }

    /** All steps of a tenant in their order. */
    public List<StepProgress> list(UUID tenant) {
        return store.list(tenant);
    }

    /** Tenants that are not built to the end. */
    List<UUID> unfinished() {
        return store.unfinished();
    }

    /**
     * Claims the next step of a tenant for a minute.
     *
     * @param holder another one for each run; the steps of one run follow each other under the same
     */
    Claim claim(UUID id, String holder) {
        var tenant = tenants.get(id);
        if (tenant.state() != TenantState.APPROVED && tenant.state() != TenantState.PROVISIONING) {
            return new Claim.Finished(tenant.state());
        }
        if (!leases.take(lease(id), holder, LEASE)) {
            return new Claim.Busy();
        }
        var locked = tenants.lock(id);
        if (locked.state() == TenantState.APPROVED) {
            locked = tenants.change(id, TenantState.PROVISIONING, ACTOR, "");
        }
        if (locked.state() != TenantState.PROVISIONING) {
            leases.release(lease(id), holder);
            return new Claim.Finished(locked.state());
        }
        var next = store.list(id).stream()
                .filter(step -> step.doneAt() == null)
                .map(StepProgress::step)
                .findFirst()
                .orElse(Step.ACTIVATION);
        store.begin(id, next);
        return new Claim.Work(locked, next, holder, store.now());
    }

    void done(Claim.Work work, String schemaVersion) {
        if (work.step() == Step.SCHEMA) {
            tenants.builtFrom(work.tenant().id(), schemaVersion);
        }
        store.done(work.tenant().id(), work.step());
    }

    /**
     * Makes the workspace visible; what the caller has put into the outbox leaves with it, and both are one entry in the trail.
     *
     * @return false when somebody else has taken the work over, and nothing was changed
     */
    boolean activate(Claim.Work work, Runnable invitation) {
        var id = work.tenant().id();
        if (!leases.keep(lease(id), work.holder(), LEASE)) {
            return false;
        }
        audit.recordAsOne(ACTOR, "tenant.built", id.toString(), "", () -> {
            tenants.change(id, TenantState.ACTIVE, ACTOR, "");
            invitation.run();
        });
        store.done(id, Step.ACTIVATION);
        leases.release(lease(id), work.holder());
        return true;
    }

    /** Notes a failure, unless somebody else has taken the work over; after the fifth one in a step the tenant waits for an operator. */
    void failed(Claim.Work work, String error) {
        var id = work.tenant().id();
        if (!leases.keep(lease(id), work.holder(), LEASE)) {
            return;
        }
        store.failed(id, work.step(), error);
        if (store.attempts(id, work.step()) >= MOST_ATTEMPTS) {
            tenants.change(id, TenantState.FAILED, ACTOR, reason(work.step(), error));
        }
        leases.release(lease(id), work.holder());
    }

    private String reason(Step step, String error) {
        return texts.text(
                "provisioning.gaveUp", MOST_ATTEMPTS, texts.text(step.wordKey()), new Fault(error).shown(texts));
    }

    /**
     * Builds a failed workspace on from the step that failed.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404 for an unknown tenant, 409 when it has not failed
     */
    public Tenant retry(UUID id, Actor actor) {
        store.forgetFailures(id);
        return tenants.change(id, TenantState.PROVISIONING, actor, "");
    }

    /** Takes a tenant into use whose workspace stands already: every step counts as done. */
    public void imported(UUID id, Actor actor) {
        for (var state :
                List.of(TenantState.VERIFIED, TenantState.APPROVED, TenantState.PROVISIONING, TenantState.ACTIVE)) {
            tenants.change(id, state, actor, "");
        }
        for (var step : Step.values()) {
            store.begin(id, step);
            store.done(id, step);
        }
    }

    private static String lease(UUID id) {
        return "provisioning " + id;
    }

    /** What a claim has given. */
    sealed interface Claim {
        /**
         * This step is to be done now.
         *
         * @param holder of the lease
         * @param at when it was claimed
         */
        record Work(Tenant tenant, Step step, String holder, OffsetDateTime at) implements Claim {}

        /** Somebody else is at it. */
        record Busy() implements Claim {}

        /** Nothing is left to do. */
        record Finished(TenantState state) implements Claim {}
    }
}
