package de.kreiskonzept.admin.web;

import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.Verification;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Recomputes the trail of the registry in a transaction of its own. */
@Singleton
@Transactional(readOnly = true)
public class TrailCheck {
    private final AuditTrail trail;

    TrailCheck(AuditTrail trail) {
        this.trail = trail;
    }

    /** Reads the whole trail and recomputes it. */
    public Verification verify() {
        return trail.verify();
    }
}
