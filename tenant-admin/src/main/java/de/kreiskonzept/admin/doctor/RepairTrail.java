package de.kreiskonzept.admin.doctor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Notes repairs in the audit trail, each in a transaction of its own. */
@Singleton
@Transactional
class RepairTrail {
    private final AuditTrail audit;

    RepairTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void record(Actor actor, UUID tenant, Finding.Kind kind) {
        audit.record(actor, "doctor.repaired", tenant.toString(), kind.text());
    }
}
