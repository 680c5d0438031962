package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks e-mail and password. Whether the account is unknown, suspended or not yet accepted, or the password wrong: the
 * answer and the time it takes are the same.
 */
@Singleton
final class Credentials {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final GuessLimit limit;
    private final CurrentWorkspace county;

    Credentials(AccountStore accounts, Passwords passwords, GuessLimit limit, CurrentWorkspace county) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limit = limit;
        this.county = county;
    }

    /**
     * Returns the account when the password is right and it may be used.
     *
     * @param address network address of the sender
     * @throws Refusal 401 when it is not so, 429 after too many attempts
     */
    Account check(String email, String password, @Nullable String address) {
        var name = email.strip().toLowerCase(Locale.ROOT);
        var key = "sign-in " + county.get().id() + " " + name;
        limit.attempt(key, address);
        var account = accounts.find(name);
        var right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        if (!right || !account.map(Account::isActive).orElse(false)) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "wrong-credentials", "identity.signIn.wrong");
        }
        limit.succeeded(key, address);
        return account.get();
    }
}
