package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.TicketStore.Purpose;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/** Sets a password by a link from a mail: the first one, or a new one for somebody who forgot it. */
@Singleton
@InWorkspace
class PasswordChange {
    private final AccountStore accounts;
    private final Sessions sessions;
    private final CurrentWorkspace county;
    private final TicketStore tickets;
    private final RememberedDevices devices;
    private final AuditTrail audit;

    PasswordChange(
            AccountStore accounts,
            Sessions sessions,
            CurrentWorkspace county,
            TicketStore tickets,
            RememberedDevices devices,
            AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.county = county;
        this.tickets = tickets;
        this.devices = devices;
        this.audit = audit;
    }

    /**
     * Returns the account that a link belongs to.
     *
     * @throws Refusal 404 when the link was used, is too old or never existed
     */
    Account holder(String ticket, Purpose purpose) {
        return tickets.find(ticket, purpose)
                .map(accounts::get)
                .filter(account -> account.state() != Account.State.SUSPENDED)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "link-used", "identity.password.linkUsed"));
    }

    /**
     * Stores the hash of the password, uses the link up, ends what was open before and forgets the browsers that were not asked for a code.
     *
     * @param entrance lets the account in, in the same act
     */
    <T> T set(String ticket, Purpose purpose, String hash, Function<UUID, T> entrance) {
        var account = holder(ticket, purpose);
        var action = purpose == Purpose.INVITATION ? "account.accepted" : "account.password";
        return audit.getAsOne(
                new Actor(account.id(), account.name()),
                () -> {
                    accounts.setPassword(account, hash);
                    tickets.useUp(account.id());
                    sessions.endAll(county.get().id(), account.id());
                    devices.forgetAll(account.id());
                    return entrance.apply(account.id());
                },
                in -> new Act(action, account.id().toString(), ""));
    }
}
