package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Closes a workspace for a time and opens it again, in the state it had before; its content stays as it is. */
@Singleton
@Transactional
public class Suspension {
    private final Tenants tenants;

    Suspension(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Closes a workspace; its people are turned away with a plain sentence.
     *
     * @param version that the operator has read
     * @param reason German, 1 to 1000 characters
     * @throws Refusal 404, 409 when its state does not allow it, 412 when it changed meanwhile, 422 when the reason is missing
     */
    public Tenant suspend(UUID id, long version, String reason, Actor actor) {
        return change(id, version, TenantState.SUSPENDED, reason, actor);
    }

    /**
     * Opens a suspended workspace again.
     *
     * @param version that the operator has read
     * @param reason German, 1 to 1000 characters
     * @throws Refusal 404, 409 when it is not suspended, 412 when it changed meanwhile, 422 when the reason is missing
     */
    public Tenant resume(UUID id, long version, String reason, Actor actor) {
        if (tenants.lock(id).state() != TenantState.SUSPENDED) {
            throw new Refusal(HttpStatus.CONFLICT, "wrong-state", "lifecycle.resume.refused");
        }
        return change(id, version, before(id), reason, actor);
    }

    private TenantState before(UUID id) {
        return tenants.events(id).reversed().stream()
                .filter(event -> event.to() == TenantState.SUSPENDED)
                .findFirst()
                .map(TenantEvent::from)
                .orElse(TenantState.ACTIVE);
    }

    private Tenant change(UUID id, long version, TenantState to, String reason, Actor actor) {
        Decision.checkReason(reason);
        Versions.check(version, tenants.lock(id).version());
        return tenants.change(id, to, actor, reason.strip());
    }
}
