package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;

/** The provider's people and their roles. There is always somebody who is active and may do everything. */
@Singleton
public final class Staff {
    private final AccountStore accounts;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionOperations<Connection> transactions;

    Staff(AccountStore accounts, Sessions sessions, AuditTrail audit, TransactionOperations<Connection> transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** A part of the accounts, in the order of their names. */
    public List<OperatorAccount> list(long offset, int size) {
        return accounts.list(offset, size);
    }

    /** Number of all of them. */
    public long count() {
        return accounts.count();
    }

    /**
     * One account.
     *
     * @throws Refusal 404 where there is none
     */
    public OperatorAccount get(UUID id) {
        return accounts.get(id);
    }

    /**
     * The account with this address; upper and lower case are the same.
     *
     * @throws Refusal 404 where there is none
     */
    public OperatorAccount get(String email) {
        return accounts.get(accounts.find(Operators.normal(email)).orElseThrow(Refusal::notFound));
    }

    /**
     * Gives an account another role. Its sessions go on with that one, here at once and on other servers within five seconds. The role that it
     * has already changes nothing.
     *
     * @param version that was read
     * @throws Refusal 400 for an unknown role, 404, 409 where nobody else could do everything then, 412 when the account changed meanwhile
     */
    public OperatorAccount changeRole(UUID id, String role, long version, Actor actor) {
        if (!Roles.list().contains(role)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "operator.account.roleWrong");
        }
        var changed = transactions.executeWrite(status -> change(id, role, version, actor));
        sessions.forget(OperatorArea.PROVIDER, id);
        return changed;
    }

    private OperatorAccount change(UUID id, String role, long version, Actor actor) {
        var account = accounts.get(id);
        Versions.check(version, account.version());
        if (account.role().equals(role)) {
            return account;
        }
        requireAnotherOperator(account);
        accounts.setRole(account, role);
        audit.record(actor, "operator.role-changed", id.toString(), "from %s to %s".formatted(account.role(), role));
        return accounts.get(id);
    }

    private void requireAnotherOperator(OperatorAccount account) {
        if (account.active() && account.role().equals(Roles.OPERATOR) && accounts.lockActiveOperators() < 2) {
            throw new Refusal(HttpStatus.CONFLICT, "last-operator", "operator.account.last");
        }
    }
}
