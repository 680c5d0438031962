package de.kreiskonzept.platform.identity.openid;

import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.signin.GuessLimit;
import de.kreiskonzept.foundation.signin.SigningSecret;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attempts to sign in by the OpenID provider, which only the browser remembers: a cookie of the county for ten minutes holds a random
 * secret, the time and the wanted page. State, nonce and verifier are codes of that cookie and the county, each for its own purpose, so
 * none of them fits another browser, county or attempt, and nobody can make them up.
 */
@Singleton
public final class Attempts {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String COOKIE = "kk_session_openid";
    private static final Pattern KEPT =
            Pattern.compile("[A-Za-z0-9_-]{43}\\.([0-9]{1,17})\\.((?:[A-Za-z0-9_-]{4}){0,675}(?:[A-Za-z0-9_-]{2,3})?)");
    private static final Pattern STATE = Pattern.compile("([a-z0-9-]{1,60})\\.[A-Za-z0-9_-]{43}");

    private final SigningSecret secret;
    private final CurrentWorkspace county;
    private final Clock clock;
    private final GuessLimit guesses;
    private final HttpClientAddressResolver addresses;
    private final boolean encrypted;

    Attempts(
            SigningSecret secret,
            CurrentWorkspace county,
            Clock clock,
            GuessLimit guesses,
            HttpClientAddressResolver addresses,
            Environment environment) {
        this.secret = secret;
        this.county = county;
        this.clock = clock;
        this.guesses = guesses;
        this.addresses = addresses;
        this.encrypted = !LocalUse.in(environment);
    }

    /** Finds the slug of the county that a state names; whether it is a good one only that county can tell. */
    public static Optional<String> slug(String state) {
        return Optional.of(STATE.matcher(state)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /**
     * Begins an attempt for the county of this request.
     *
     * @param next path of the page that the person wanted to see, at most 2,000 characters
     * @throws Refusal 503 while the county moves
     */
    public Attempt begin(String next) {
        county.requireSettled();
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var path = Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return attempt(Tickets.create() + "." + micros + "." + path).orElseThrow();
    }

    /**
     * Returns the attempt of this browser that a state names.
     *
     * @throws SignInObstructed {@link Obstacle#EXPIRED} when there is none
     * @throws Refusal 429 after too many that went wrong, 503 while the county moves
     */
    public Attempt resume(HttpRequest<?> request, String state) {
        county.requireSettled();
        var attempt = request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> attempt(cookie.getValue()))
                .filter(found -> Tickets.isSame(found.state(), state))
                .filter(found -> clock.instant().isBefore(found.begunAt().plus(LIFETIME)))
                .orElseThrow(() -> new SignInObstructed(Obstacle.EXPIRED));
        guesses.attempt(subject(attempt), addresses.resolve(request));
        return attempt;
    }

    /** Takes an attempt back from the limit of those that went wrong. */
    public void succeeded(HttpRequest<?> request, Attempt attempt) {
        guesses.succeeded(subject(attempt), addresses.resolve(request));
    }

    private static String subject(Attempt attempt) {
        return "openid " + attempt.state();
    }

    /** Returns the cookie that lets the browser remember the attempt. */
    public Cookie holding(Attempt attempt) {
        return cookie(attempt.kept()).maxAge(LIFETIME);
    }

    /** Returns the cookie that makes the browser forget. */
    public Cookie empty() {
        return cookie("").maxAge(Duration.ZERO);
    }

    private Cookie cookie(String value) {
        return Cookie.of(COOKIE, value)
                .path("/" + county.get().slug() + "/anmelden")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.Strict);
    }

    private Optional<Attempt> attempt(String kept) {
        var parts = KEPT.matcher(kept);
        return parts.matches()
                ? Optional.of(new Attempt(
                        kept,
                        county.get().slug() + "." + code("state", kept),
                        code("nonce", kept),
                        code("verifier", kept),
                        new String(Base64.getUrlDecoder().decode(parts.group(2)), StandardCharsets.UTF_8),
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS)))
                : Optional.empty();
    }

    private String code(String purpose, String kept) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.code("openid " + purpose, county.get().id() + " " + kept));
    }
}
