package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.signin.Credentials;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Makes sure in the middle of a session that its holder sits there: a session that somebody left open is not enough to shut its owner out.
 * An account without a password, for which somebody else vouches, shows a sign-in instead that is not long ago.
 */
@Singleton
@Requires(beans = SignInArea.class)
final class OwnPassword {
    /** How long a sign-in stands for the password of an account that has none. */
    private static final Duration SIGN_IN_COUNTS = Duration.ofMinutes(15);

    private final Credentials credentials;
    private final Sessions sessions;
    private final SecondFactorRows rows;
    private final SignInArea area;
    private final Clock clock;

    OwnPassword(Credentials credentials, Sessions sessions, SecondFactorRows rows, SignInArea area, Clock clock) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.rows = rows;
        this.area = area;
        this.clock = clock;
    }

    /** Says whether the account has a password. */
    boolean isKnown(SignedIn who) {
        return area.inTransaction(() -> rows.person(who.accountId())).hasPassword();
    }

    /**
     * Checks it; an attempt counts as one to sign in.
     *
     * @param password what was typed; nobody looks at it where the account has none
     * @throws Refusal 401 when it is wrong, 429 after too many attempts, 403 when there is none and the sign-in is too long ago
     */
    void check(HttpRequest<?> request, SignedIn who, String password) {
        var person = area.inTransaction(() -> rows.person(who.accountId()));
        if (!person.hasPassword()) {
            requireRecentSignIn(who);
            return;
        }
        try {
            credentials.check(request, person.email(), password);
        } catch (Refusal refused) {
            throw refused.status() == HttpStatus.UNAUTHORIZED
                    ? new Refusal(HttpStatus.UNAUTHORIZED, "wrong-credentials", "secondfactor.password.wrong")
                    : refused;
        }
    }

    /**
     * Refuses before anybody types something.
     *
     * @throws Refusal 403 when there is none and the sign-in is too long ago
     */
    void requirePasswordOrRecentSignIn(SignedIn who) {
        if (!isKnown(who)) {
            requireRecentSignIn(who);
        }
    }

    private void requireRecentSignIn(SignedIn who) {
        var oldest = OffsetDateTime.now(clock).minus(SIGN_IN_COUNTS);
        var recent = sessions.list(who.accountId()).stream()
                .anyMatch(session -> session.id().equals(who.sessionId())
                        && session.openedAt().isAfter(oldest));
        if (!recent) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "sign-in-too-old", "secondfactor.password.none", SIGN_IN_COUNTS.toMinutes());
        }
    }
}
