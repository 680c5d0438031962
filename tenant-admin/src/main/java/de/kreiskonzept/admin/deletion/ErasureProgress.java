package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.foundation.job.Leases;
import de.kreiskonzept.model.tenant.DeletionStage;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What of a county is removed and what comes next; every method is one transaction on the registry. */
@Singleton
@Transactional
class ErasureProgress {
    private static final Actor ACTOR = Actor.without("Löschung");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DeletionStore store;
    private final RegistryTraces traces;
    private final Tenants tenants;
    private final Deletions deletions;
    private final Leases leases;
    private final AuditTrail audit;

    ErasureProgress(
            DeletionStore store,
            RegistryTraces traces,
            Tenants tenants,
            Deletions deletions,
            Leases leases,
            AuditTrail audit) {
        this.store = store;
        this.traces = traces;
        this.tenants = tenants;
        this.deletions = deletions;
        this.leases = leases;
        this.audit = audit;
    }

    /** Tenants whose data are being removed, or whose waiting time is over. */
    List<UUID> due() {
        return store.due(deletions.today());
    }

    /**
     * Claims the next step for a minute; with the first one the workspace is gone for everybody.
     *
     * @param holder another one for each run
     */
    Claim claim(UUID tenantId, String holder) {
        if (!isToBeErased(deletions.get(tenantId))) {
            return new Claim.Finished();
        }
        if (!leases.take(lease(tenantId), holder, LEASE)) {
            return new Claim.Busy();
        }
        var tenant = tenants.lock(tenantId);
        var latest = deletions.get(tenantId);
        if (!isToBeErased(latest)) {
            leases.release(lease(tenantId), holder);
            return new Claim.Finished();
        }
        if (latest.removal().next() == null) {
            begin(latest);
        }
        return new Claim.Work(
                tenant, latest.id(), Objects.requireNonNullElse(latest.removal().next(), ErasureStep.COUNT), holder);
    }

    private boolean isToBeErased(CountyDeletion latest) {
        var stage = latest.deletion().stage(deletions.today());
        return stage == DeletionStage.DUE || stage == DeletionStage.ERASING;
    }

    private void begin(CountyDeletion latest) {
        tenants.change(
                latest.tenantId(), TenantState.DELETING, ACTOR, latest.request().reason());
        store.update(latest.id(), latest.deletion().begun(deletions.today()));
        store.next(latest.id(), ErasureStep.COUNT);
    }

    /**
     * Notes how many rows there are.
     *
     * @return false when somebody else has taken the work over, and nothing was changed; so do the others
     */
    boolean counted(Claim.Work work, Map<String, Long> rowsByTable) {
        if (!isStillOurs(work)) {
            return false;
        }
        store.count(work.deletion(), rowsByTable);
        return done(work);
    }

    /** Mail of the registry to the contacts of this county. */
    List<UUID> mails(Tenant tenant) {
        return traces.mails(tenant);
    }

    /** Removes what the registry knows of people of this county. */
    boolean forget(Claim.Work work) {
        if (!isStillOurs(work)) {
            return false;
        }
        traces.delete(work.tenant());
        audit.record(ACTOR, "deletion.forgotten", work.tenant().id().toString(), "");
        return done(work);
    }

    /** Notes a step as done. */
    boolean done(Claim.Work work) {
        if (!isStillOurs(work)) {
            return false;
        }
        store.next(work.deletion(), work.step().next());
        return true;
    }

    /** Ends the removal with its certificate. */
    boolean finish(Claim.Work work, Function<Certificate, String> json) {
        if (!isStillOurs(work)) {
            return false;
        }
        var id = work.tenant().id();
        var latest = deletions.get(id);
        var certificate = json.apply(Certificate.of(
                work.tenant(), latest, store.counts(latest.id()), store.now().toInstant()));
        store.certify(latest.id(), certificate);
        store.update(latest.id(), latest.deletion().done());
        audit.recordAsOne(
                ACTOR,
                "deletion.certified",
                id.toString(),
                Sha256.hex(certificate),
                () -> tenants.change(id, TenantState.DELETED, ACTOR, ""));
        leases.release(lease(id), work.holder());
        return true;
    }

    /** Notes a failure; the next run tries the step again. */
    void failed(Claim.Work work, String error) {
        if (isStillOurs(work)) {
            store.failed(work.deletion(), error);
            leases.release(lease(work.tenant().id()), work.holder());
        }
    }

    private boolean isStillOurs(Claim.Work work) {
        return leases.keep(lease(work.tenant().id()), work.holder(), LEASE);
    }

    private static String lease(UUID tenant) {
        return "deletion " + tenant;
    }

    /** What a claim has given. */
    sealed interface Claim {
        /**
         * This step is to be done now.
         *
         * @param deletion its id
         * @param holder of the lease
         */
        record Work(Tenant tenant, UUID deletion, ErasureStep step, String holder) implements Claim {}

        /** Somebody else is at it. */
        record Busy() implements Claim {}

        /** Nothing is left to do, or nothing may be done. */
        record Finished() implements Claim {}
    }
}
