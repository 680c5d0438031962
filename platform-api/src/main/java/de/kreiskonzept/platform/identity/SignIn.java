package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.signin.SessionRows;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens, renews and ends sessions. */
@Singleton
class SignIn {
    private final Credentials credentials;
    private final SessionStore sessions;
    private final Tokens tokens;
    private final CurrentWorkspace county;
    private final SignInArea area;

    SignIn(Credentials credentials, SessionStore sessions, Tokens tokens, CurrentWorkspace county, SignInArea area) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.county = county;
        this.area = area;
    }

    /** Returns the token for the cookie of a browser; the password is checked before any transaction opens. */
    String forBrowser(String email, String password, @Nullable String address) {
        return forBrowser(credentials.check(email, password, address));
    }

    /** Returns the token for the cookie of somebody who has just chosen a password. */
    String forBrowser(Account account) {
        return token(sessions.openForBrowser(account.id()), Tokens.BROWSER);
    }

    /** Returns the tokens of a program. */
    TokenView forProgram(String email, String password, @Nullable String address) {
        return view(sessions.openForProgram(
                credentials.check(email, password, address).id()));
    }

    /** Exchanges a refresh token; one that was used before ends the session. */
    TokenView renew(String refreshToken) {
        return sessions.renew(refreshToken)
                .map(this::view)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.UNAUTHORIZED, "wrong-refresh-token", "identity.token.refreshRefused"));
    }

    /** Ends a session. */
    void end(SignedIn who) {
        sessions.end(who.sessionId());
    }

    private TokenView view(SessionRows.Opened session) {
        return new TokenView(
                token(session, Tokens.BEARER),
                session.refreshToken() == null ? "" : session.refreshToken(),
                Tokens.BEARER.toSeconds(),
                "Bearer");
    }

    private String token(SessionRows.Opened session, Duration lifetime) {
        return tokens.issue(area.audience(), county.get().id(), session.accountId(), session.id(), lifetime);
    }
}
