package de.kreiskonzept.admin.cli;

import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.Verification;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Recomputes the trail of the registry in a transaction of its own. */
@Singleton
@Transactional(readOnly = true)
class TrailCheck {
    private final AuditTrail trail;

    TrailCheck(AuditTrail trail) {
        this.trail = trail;
    }

    Verification verify() {
        return trail.verify();
    }
}
