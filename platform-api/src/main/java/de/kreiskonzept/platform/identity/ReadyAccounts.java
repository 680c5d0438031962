package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;

/** Opens accounts whose password is known already, without an invitation: the people of the example counties. */
@Singleton
@InWorkspace
public class ReadyAccounts {
    private static final Actor ACTOR = Actor.without("Beispieldaten");

    private final AccountStore accounts;
    private final Passwords passwords;
    private final AuditTrail audit;

    ReadyAccounts(AccountStore accounts, Passwords passwords, AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /**
     * Opens an account, or accepts the invitation of the one that waits under this address; an account that has a password stays
     * as it is.
     *
     * @param role one of {@link Roles}
     * @throws IllegalArgumentException where name, address or role do not fit
     */
    public void open(String email, String name, String role, String password) {
        if (!Roles.list().contains(role) || !Passwords.isAllowed(password)) {
            throw new IllegalArgumentException("no such role, or a password of the wrong length");
        }
        var form = new AccountForm(email, name, role);
        var account = accounts.find(form.email()).orElseGet(() -> accounts.get(accounts.create(form)));
        if (account.passwordHash() == null) {
            accounts.setPassword(account, passwords.hash(password));
            audit.record(ACTOR, "account.opened", account.id().toString(), role);
        }
    }
}
