package de.kreiskonzept.admin.quota;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.job.UsualLimits;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.Quota;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says and changes how much a county may use; the platform follows within five seconds. */
@Singleton
@Transactional
public class Quotas {
    private final QuotaStore store;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Quota usual;

    Quotas(QuotaStore store, Tenants tenants, AuditTrail audit, UsualLimits usual) {
        this.store = store;
        this.tenants = tenants;
        this.audit = audit;
        this.usual = new Quota(usual.requests(), usual.jobs(), usual.megabytes(), usual.accounts());
    }

    /** The limits of every county with which nothing else was agreed. */
    public Quota usual() {
        return usual;
    }

    /**
     * The limits of a tenant.
     *
     * @throws Refusal 404 for an unknown tenant
     */
    public Agreed get(UUID tenant) {
        var known = tenants.get(tenant);
        return store.find(known.id())
                .map(row -> agreed(
                        new OwnQuota(row.getRequests(), row.getJobs(), row.getMegabytes(), row.getAccounts()),
                        row.getVersion()))
                .orElseGet(() -> agreed(OwnQuota.NOTHING, 0));
    }

    private Agreed agreed(OwnQuota own, long version) {
        return new Agreed(own, own.over(usual), version);
    }

    /**
     * Puts what is agreed now in the place of what was.
     *
     * @param version that the operator has read, see {@link Agreed#version}
     * @throws Refusal 404 for an unknown tenant, 412 when it changed meanwhile
     */
    public Agreed agree(UUID tenant, OwnQuota own, long version, Actor actor) {
        tenants.lock(tenant);
        Versions.check(version, get(tenant).version());
        store.save(tenant, own, version + 1);
        audit.record(actor, "tenant.quota", tenant.toString(), words(own));
        return get(tenant);
    }

    private static String words(OwnQuota own) {
        return "requests %s jobs %s megabytes %s accounts %s"
                .formatted(word(own.requests()), word(own.jobs()), word(own.megabytes()), word(own.accounts()));
    }

    private static String word(@Nullable Integer number) {
        return number == null ? "usual" : number.toString();
    }
}
