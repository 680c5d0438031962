package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.mail.Mail;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.signin.SessionRows;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, renews and ends the sessions of the provider's people. */
@Singleton
final class SignIn {
    private final AccountStore accounts;
    private final OperatorSessions sessions;
    private final Passwords passwords;
    private final GuessLimit guesses;
    private final Tokens tokens;

    SignIn(AccountStore accounts, OperatorSessions sessions, Passwords passwords, GuessLimit guesses, Tokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guesses = guesses;
        this.tokens = tokens;
    }

    /** Returns the token for the cookie of a browser. */
    String forBrowser(String email, String password, @Nullable String address) {
        return token(sessions.openForBrowser(check(email, password, address)), Tokens.BROWSER);
    }

    /** Returns the tokens of a program. */
    TokenView forProgram(String email, String password, @Nullable String address) {
        return view(sessions.openForProgram(check(email, password, address)));
    }

    /** Exchanges a refresh token; one that was used before ends the session. */
    TokenView renew(String refreshToken) {
        return sessions.renew(refreshToken)
                .map(this::view)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.UNAUTHORIZED, "wrong-refresh-token", "operator.signIn.refreshRefused"));
    }

    void end(SignedIn who) {
        sessions.end(who.sessionId());
    }

    /**
     * Returns the account's id. Whether the account is unknown or suspended or the password wrong: the answer and the time
     * it takes are the same.
     */
    private UUID check(String email, String password, @Nullable String address) {
        var name = email.strip().toLowerCase(Locale.ROOT);
        var key = "console " + name;
        guesses.attempt(key, address);
        var account = Mail.isAddress(name) ? accounts.find(name) : Optional.<Account>empty();
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "wrong-credentials", "operator.signIn.wrong");
        }
        guesses.succeeded(key, address);
        return account.orElseThrow().id();
    }

    private TokenView view(SessionRows.Opened session) {
        return new TokenView(
                token(session, Tokens.BEARER),
                session.refreshToken() == null ? "" : session.refreshToken(),
                Tokens.BEARER.toSeconds(),
                "Bearer");
    }

    private String token(SessionRows.Opened session, Duration lifetime) {
        return tokens.issue(OperatorArea.AUDIENCE, OperatorArea.PROVIDER, session.accountId(), session.id(), lifetime);
    }
}
