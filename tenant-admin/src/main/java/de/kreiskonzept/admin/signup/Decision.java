package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The provider decides on a county's request. */
@Singleton
@Transactional
public class Decision {
    /** Longest reason in characters. */
    public static final int LONGEST_REASON = 1000;

    private final SignupStore store;
    private final Tenants tenants;
    private final Registration registration;
    private final Placement placement;
    private final Letters letters;
    private final AuditTrail audit;

    Decision(
            SignupStore store,
            Tenants tenants,
            Registration registration,
            Placement placement,
            Letters letters,
            AuditTrail audit) {
        this.store = store;
        this.tenants = tenants;
        this.registration = registration;
        this.placement = placement;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Approves a request, whereupon its workspace is built; approving it again changes nothing.
     *
     * @throws Refusal 404 when there is no such request, 409 when it is not confirmed or was ended otherwise, or no data source has room
     */
    public Signup approve(UUID id, Actor actor) {
        var signup = store.lock(id).orElseThrow(Refusal::notFound);
        if (signup.state() == SignupState.APPROVED) {
            return signup;
        }
        if (signup.state() != SignupState.VERIFIED) {
            throw refused(signup);
        }
        placement.place(tenantOf(signup));
        store.decided(id, SignupState.APPROVED, actor.name(), "");
        tenants.change(tenantOf(signup), TenantState.APPROVED, actor, "");
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Approves a request as it was read; approving it again changes nothing, whatever was read.
     *
     * @throws Refusal 404 and 409 as above, 412 when it changed meanwhile
     */
    public Signup approve(UUID id, long version, Actor actor) {
        var signup = store.lock(id).orElseThrow(Refusal::notFound);
        if (signup.state() != SignupState.APPROVED) {
            Versions.check(version, signup.version());
        }
        return approve(id, actor);
    }

    /**
     * Rejects a request as it was read and tells the county why.
     *
     * @throws Refusal 404, 409 and 422 as below, 412 when it changed meanwhile
     */
    public Signup reject(UUID id, long version, String reason, Actor actor) {
        Versions.check(version, store.lock(id).orElseThrow(Refusal::notFound).version());
        return reject(id, reason, actor);
    }

    /**
     * Rejects a request and tells the county why; the county may ask again.
     *
     * @param reason German, 1 to 1000 characters
     * @throws Refusal 404 when there is no such request, 409 when it was decided or ran out, 422 when the reason is missing or too long
     */
    public Signup reject(UUID id, String reason, Actor actor) {
        checkReason(reason);
        var signup = store.lock(id).orElseThrow(Refusal::notFound);
        if (!signup.isOpen()) {
            throw refused(signup);
        }
        var tenant = tenants.change(tenantOf(signup), TenantState.DELETED, actor, reason.strip());
        store.decided(id, SignupState.REJECTED, actor.name(), reason.strip());
        letters.tellRejection(signup, tenant.name(), reason.strip());
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Enters a county that did not ask by itself and approves it at once.
     *
     * @throws Refusal 409 when it has a workspace or an open request
     */
    public Signup enter(CountyRequest request, Actor actor) {
        return audit.getAsOne(
                actor,
                () -> approve(registration.enter(request, actor).id(), actor),
                signup -> new Act("tenant.entered", tenantOf(signup).toString(), ""));
    }

    /**
     * Refuses a reason that is missing or too long.
     *
     * @throws Refusal 422
     */
    public static void checkReason(String reason) {
        findFault(reason).ifPresent(fault -> {
            throw fault;
        });
    }

    /** What is wrong with a reason; empty where it can be taken. */
    public static Optional<Refusal> findFault(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0
                ? Optional.of(
                        new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "reason", "signup.reason.shape", LONGEST_REASON))
                : Optional.empty();
    }

    private static Refusal refused(Signup signup) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "wrong-state",
                "signup.refused." + signup.state().text());
    }

    private static UUID tenantOf(Signup signup) {
        return Optional.ofNullable(signup.tenantId())
                .orElseThrow(() -> new IllegalStateException("An open request has a tenant"));
    }
}
