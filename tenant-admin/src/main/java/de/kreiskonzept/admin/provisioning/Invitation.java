package de.kreiskonzept.admin.provisioning;

import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Invites the first administrator of a county once more, when the first invitation ran out or was lost, or when the person is the only one who
 * manages accounts and has lost the second factor: it ends with the new invitation.
 */
@Singleton
public final class Invitation {
    private final Tenants tenants;
    private final Signups signups;
    private final Building building;
    private final InvitationLetter letter;

    Invitation(Tenants tenants, Signups signups, Building building, InvitationLetter letter) {
        this.tenants = tenants;
        this.signups = signups;
        this.building = building;
        this.letter = letter;
    }

    /**
     * Sends a new link; the earlier one ends.
     *
     * @return the tenant, unchanged
     * @throws Refusal 404 when there is no such tenant, 409 when it is not in use or its first administrator has set a password
     */
    public Tenant renew(UUID id, Actor actor) {
        var tenant = tenants.get(id);
        if (!tenant.state().writable()) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "registry.refused." + tenant.state().text());
        }
        var signup = signups.findByTenant(id).orElseThrow(Refusal::notFound);
        var token = Tickets.create();
        if (!renewed(tenant, signup.email(), token)) {
            throw new Refusal(HttpStatus.CONFLICT, "invitation-accepted", "provisioning.invitation.accepted");
        }
        // A crash between the two leaves a link that nobody has; the next call replaces it.
        letter.send(tenant, signup, token, actor);
        return tenant;
    }

    private boolean renewed(Tenant tenant, String email, String token) {
        try {
            return building.reinvite(tenant, email, Tickets.hash(token));
        } catch (SQLException e) {
            throw new IllegalStateException("The invitation was not renewed, SQLSTATE " + e.getSQLState(), e);
        }
    }
}
