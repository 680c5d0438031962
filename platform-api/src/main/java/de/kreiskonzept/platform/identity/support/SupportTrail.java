package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn.Visit;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Records in the trail of the county who was let in and came; also while the county can only be read. */
@Singleton
@InWorkspace(content = false)
public class SupportTrail {
    private final AuditTrail audit;

    SupportTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /** Records what a visitor did, with the names of visitor and host. */
    public void record(Visit visit, String action, String detail) {
        record(Actor.without(visit.names()), action, visit.grant(), detail);
    }

    /** Records what became of a grant. */
    public void record(Actor actor, String action, UUID grant, String detail) {
        audit.record(actor, action, grant.toString(), detail);
    }
}
