package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an admin does with the accounts of the county. A county never loses its last active admin. */
@Singleton
@InWorkspace
public class Accounts {
    private final AccountStore accounts;
    private final Sessions sessions;
    private final CurrentWorkspace county;
    private final TicketStore tickets;
    private final Letters letters;
    private final AuditTrail audit;

    Accounts(
            AccountStore accounts,
            Sessions sessions,
            CurrentWorkspace county,
            TicketStore tickets,
            Letters letters,
            AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.county = county;
        this.tickets = tickets;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Opens an account whose password is known already, or accepts the invitation that waits under this address; gives its id. One with a
     * password stays as it is. For the people of the example counties.
     *
     * @param role one of {@link Roles}
     * @param passwordHash from {@link de.kreiskonzept.foundation.signin.Passwords#hash}
     */
    public UUID open(String email, String name, String role, String passwordHash) {
        var form = new AccountForm(email, name, role);
        var account = accounts.find(form.email()).orElseGet(() -> accounts.get(accounts.create(form)));
        if (account.passwordHash() == null) {
            accounts.setPassword(account, passwordHash);
            audit.record(
                    Actor.without("Beispieldaten"),
                    "account.opened",
                    account.id().toString(),
                    role);
        }
        return account.id();
    }

    /** Number of people who were invited and have not accepted yet. */
    @InWorkspace(readOnly = true)
    public int countInvited() {
        return accounts.count(Account.State.INVITED);
    }

    /** Names of the accounts that may look after something, by their id: who leads and who edits, in the order of their names. */
    @InWorkspace(readOnly = true)
    public Map<UUID, String> listAssignable() {
        return accounts.listNames(Roles.LEAD, Roles.EDITOR);
    }

    /** Creates an account and sends its holder a link. */
    Account invite(AccountForm form, SignedIn who) {
        if (accounts.find(form.email()).isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "account-exists", "identity.account.exists");
        }
        if (!county.get().quota().allowsAccounts(accounts.count() + 1)) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "too-many-accounts",
                    "identity.account.tooMany",
                    county.get().quota().accounts());
        }
        var account = accounts.get(accounts.create(form));
        letters.invite(account);
        record(who, "account.invited", account.id(), form.role());
        return account;
    }

    /**
     * Invites somebody who is to read as a member; gives the id of the account. Whoever has an account under this address keeps it as it
     * is. For what a lead may do alone; other roles are given by an admin.
     */
    public UUID inviteMember(String email, String name, SignedIn who) {
        var form = new AccountForm(email, name, Roles.MEMBER);
        return accounts.find(form.email()).orElseGet(() -> invite(form, who)).id();
    }

    /** Sends the link again; the one before becomes worthless. */
    void inviteAgain(UUID id, SignedIn who) {
        var account = accounts.get(id);
        if (account.state() != Account.State.INVITED) {
            throw new Refusal(HttpStatus.CONFLICT, "not-invited", "identity.account.notInvited");
        }
        letters.invite(account);
        record(who, "account.invited", id, account.role());
    }

    /**
     * Accepts the invitation of somebody whose address another one has verified; the link in the mail becomes worthless. Any other account
     * stays as it is. A part of signing in, which asks whether the county may be changed.
     */
    @InWorkspace(content = false)
    public void accept(UUID id) {
        var account = accounts.get(id);
        if (account.state() == Account.State.INVITED) {
            accounts.setState(account, Account.State.ACTIVE);
            tickets.useUp(id);
            audit.record(new Actor(id, account.name()), "account.accepted", id.toString(), "");
        }
    }

    /** Gives an account another role, felt within five seconds. */
    Account changeRole(UUID id, String role, long version, SignedIn who) {
        if (!Roles.list().contains(role)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "identity.account.roleWrong");
        }
        var account = read(id, version);
        if (!role.equals(Roles.ADMIN)) {
            requireAnotherAdmin(account);
        }
        accounts.setRole(account, role);
        sessions.forget(county.get().id(), id);
        record(who, "account.role", id, account.role() + " -> " + role);
        return accounts.get(id);
    }

    /** Ends all sessions and links of an account and lets nobody in with it. */
    Account suspend(UUID id, long version, SignedIn who) {
        var account = read(id, version);
        requireAnotherAdmin(account);
        accounts.setState(account, Account.State.SUSPENDED);
        sessions.endAll(county.get().id(), id);
        tickets.useUp(id);
        record(who, "account.suspended", id, "");
        return accounts.get(id);
    }

    /** Opens a suspended account again; whoever never chose a password needs a new invitation. */
    Account resume(UUID id, long version, SignedIn who) {
        var account = read(id, version);
        if (account.state() != Account.State.SUSPENDED) {
            throw new Refusal(HttpStatus.CONFLICT, "not-suspended", "identity.account.notSuspended");
        }
        accounts.setState(account, account.passwordHash() == null ? Account.State.INVITED : Account.State.ACTIVE);
        record(who, "account.resumed", id, "");
        return accounts.get(id);
    }

    /**
     * Changes role and state at once.
     *
     * @param role null to keep it
     * @param state {@code active} or {@code suspended}; null to keep it
     */
    Account change(UUID id, @Nullable String role, @Nullable String state, long version, SignedIn who) {
        var account = read(id, version);
        if (role != null) {
            account = changeRole(id, role, account.version(), who);
        }
        return switch (state) {
            case null -> account;
            case "suspended" -> suspend(id, account.version(), who);
            case "active" -> resume(id, account.version(), who);
            default -> throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "identity.account.stateWrong");
        };
    }

    private Account read(UUID id, long version) {
        var account = accounts.get(id);
        Versions.check(version, account.version());
        return account;
    }

    private void requireAnotherAdmin(Account account) {
        if (account.isActiveAdmin() && accounts.lockActiveAdmins() < 2) {
            throw new Refusal(HttpStatus.CONFLICT, "last-admin", "identity.account.lastAdmin");
        }
    }

    private void record(SignedIn who, String action, UUID id, String detail) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), detail);
    }
}
