package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.secondfactor.SecondFactors;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.Locale;

/** Creates the accounts of the provider's people; the first one is created where the console itself is set up. */
@Singleton
public final class Operators {
    private static final int LONGEST_NAME = 200;
    private static final Actor SET_UP = Actor.without("Einrichtung");

    private final AccountStore accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    Operators(
            AccountStore accounts,
            Passwords passwords,
            SecondFactors factors,
            AuditTrail audit,
            TransactionOperations<Connection> transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates an active account and records it. The password is hashed before the transaction opens.
     *
     * @param email one address; upper and lower case are the same
     * @param name first and last name, 1 to 200 characters
     * @param role one of {@link Roles}
     * @param password 12 to 200 characters
     * @return false when there is an account with this address; it stays as it is
     * @throws Refusal 400 when address, name, role or password is not allowed
     */
    public boolean create(String email, String name, String role, String password) {
        check(Mail.isAddress(email.strip()), "operator.account.emailWrong");
        check(isName(name.strip()), "operator.account.nameWrong", LONGEST_NAME);
        check(Roles.list().contains(role), "operator.account.roleWrong");
        check(
                Passwords.isAllowed(password),
                "operator.account.passwordWrong",
                Passwords.MIN_LENGTH,
                Passwords.MAX_LENGTH);
        return create(new Account(Ids.create(clock), normal(email), name.strip(), role, passwords.hash(password)));
    }

    private boolean create(Account account) {
        return transactions.executeWrite(status -> {
            var created = accounts.create(account);
            if (created) {
                audit.record(SET_UP, "operator.created", account.id().toString(), account.role());
            }
            return created;
        });
    }

    /**
     * Ends the second factor of somebody who has lost it, together with all sessions of the account. Only where the console itself is set up.
     *
     * @throws Refusal 404 when there is no account with this address, 409 when it has no second factor
     */
    public void resetSecondFactor(String email) {
        var account = accounts.find(normal(email)).orElseThrow(Refusal::notFound);
        factors.reset(OperatorArea.PROVIDER, account, SET_UP);
    }

    /** An address as it is stored. */
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    private static void check(boolean good, String messageKey, Object... args) {
        if (!good) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", messageKey, args);
        }
    }
}
