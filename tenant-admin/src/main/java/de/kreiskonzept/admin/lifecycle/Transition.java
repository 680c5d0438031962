package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.deletion.Deletions;
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
import java.util.List;
import java.util.UUID;

/** Takes a workspace from one state of its life to another, as an operator decides; its content stays as it is. */
@Singleton
@Transactional
public class Transition {
    private final Tenants tenants;
    private final Deletions deletions;

    Transition(Tenants tenants, Deletions deletions) {
        this.tenants = tenants;
        this.deletions = deletions;
    }

    /** What can be done about a workspace now; nothing while its deletion is announced, which has to be called off first. */
    public List<TenantAction> possible(Tenant tenant) {
        return deletions.isUnderWay(tenant.id()) ? List.of() : TenantAction.of(tenant.state());
    }

    /**
     * Makes a change of state.
     *
     * @param action one that changes the state, see {@link TenantAction#changesState}
     * @param version that the operator has read
     * @param reason German, 1 to 1000 characters
     * @throws Refusal 404, 409 naming the state or the deletion that does not allow it, 412 when it changed meanwhile, 422 when the reason is missing
     */
    public Tenant make(TenantAction action, UUID id, long version, String reason, Actor actor) {
        var tenant = tenants.lock(id);
        if (!TenantAction.of(tenant.state()).contains(action)) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        deletions.checkNotUnderWay(id);
        Decision.checkReason(reason);
        Versions.check(version, tenant.version());
        return tenants.change(id, target(action, id), actor, reason.strip());
    }

    private TenantState target(TenantAction action, UUID id) {
        return switch (action) {
            case SUSPEND -> TenantState.SUSPENDED;
            case RESUME -> before(id);
            case CLOSE, UNARCHIVE -> TenantState.READ_ONLY;
            case REOPEN -> TenantState.ACTIVE;
            case ARCHIVE -> TenantState.ARCHIVED;
            case RETRY, INVITE -> throw new IllegalArgumentException(action + " leaves the state to others");
        };
    }

    /** The state that it had before it was suspended. */
    private TenantState before(UUID id) {
        return tenants.events(id).reversed().stream()
                .filter(event -> event.to() == TenantState.SUSPENDED && event.from() != TenantState.SUSPENDED)
                .findFirst()
                .map(TenantEvent::from)
                .orElse(TenantState.ACTIVE);
    }
}
