package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.signin.SessionRows.Holder;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks e-mail and password. Whether the account is unknown, suspended or not yet accepted, or the password wrong: the
 * answer and the time it takes are the same.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class Credentials {
    private static final int LONGEST_NAME = 254;

    private final SignInArea area;
    private final SessionRows rows;
    private final Passwords passwords;
    private final GuessLimit guesses;
    private final HttpClientAddressResolver addresses;

    Credentials(
            SignInArea area,
            SessionRows rows,
            Passwords passwords,
            GuessLimit guesses,
            HttpClientAddressResolver addresses) {
        this.area = area;
        this.rows = rows;
        this.passwords = passwords;
        this.guesses = guesses;
        this.addresses = addresses;
    }

    /**
     * Returns the account when the password is right and it may be used. The password is checked outside any transaction.
     *
     * @throws Refusal 401 when it is not so, 429 after too many attempts
     */
    public UUID check(HttpRequest<?> request, String email, String password) {
        var name = email.strip().toLowerCase(Locale.ROOT);
        var known = name.length() <= LONGEST_NAME ? name : "";
        var subject = "sign-in " + area.tenant(request).orElseThrow(Refusal::notFound) + " " + known;
        var address = addresses.resolve(request);
        guesses.attempt(subject, address);
        Optional<Holder> holder = area.inTransaction(() -> rows.holder(known));
        if (!passwords.matches(password, holder.map(Holder::passwordHash).orElse(null))) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "wrong-credentials", "signin.wrong");
        }
        guesses.succeeded(subject, address);
        return holder.orElseThrow().accountId();
    }
}
