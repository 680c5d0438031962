package de.kreiskonzept.admin.operator;

import de.kreiskonzept.admin.operator.Operators.Credentials;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, renews and ends the sessions of the provider's people. */
@Singleton
final class SignIn {
    private final Operators operators;
    private final OperatorSessions sessions;
    private final Passwords passwords;
    private final GuessLimit guesses;
    private final Tokens tokens;

    SignIn(Operators operators, OperatorSessions sessions, Passwords passwords, GuessLimit guesses, Tokens tokens) {
        this.operators = operators;
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

    private UUID check(String email, String password, @Nullable String address) {
        var account = "console " + email.toLowerCase(Locale.ROOT);
        guesses.attempt(account, address);
        var known = email.indexOf('\0') < 0 ? operators.find(email) : java.util.Optional.<Credentials>empty();
        var hash = known.map(Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "wrong-credentials", "operator.signIn.wrong");
        }
        guesses.succeeded(account, address);
        return known.orElseThrow().id();
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
