package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The cookie that keeps a browser signed in. Its path is the tenant's, so it never travels to the REST interface or to
 * another tenant; a cookie that is sent to the interface by hand is not read.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class SessionCookie implements TokenReader<HttpRequest<?>> {
    private final SignInArea area;
    private final Tokens tokens;
    private final boolean encrypted;

    SessionCookie(SignInArea area, Tokens tokens, Environment environment) {
        this.area = area;
        this.encrypted = !LocalUse.in(environment);
        this.tokens = tokens;
    }

    /** Returns the cookie that signs the browser in. */
    public Cookie holding(HttpRequest<?> request, Sessions.Opened session) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        var token = tokens.issue(area.audience(), tenant, session.accountId(), session.id(), Tokens.BROWSER);
        return cookie(request, token).maxAge(Tokens.BROWSER);
    }

    /** Returns the cookie of a browser whose holder has no account here; {@link SignInArea#findVisitor} says when its time is over. */
    public Cookie holding(HttpRequest<?> request, UUID visit) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        return cookie(request, tokens.issue(visitors(area), tenant, visit, visit, Tokens.BROWSER))
                .maxAge(Tokens.BROWSER);
    }

    /** Returns the audience of tokens that name a visit and no session of an account. */
    static String visitors(SignInArea area) {
        return area.audience() + "-visitor";
    }

    /** Returns the cookie that makes the browser forget. */
    public Cookie empty(HttpRequest<?> request) {
        return cookie(request, "").maxAge(Duration.ZERO);
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(area.cookieName(), value)
                .path(area.home(request))
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.Strict);
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/")
                ? Optional.empty()
                : request.getCookies()
                        .findCookie(area.cookieName())
                        .map(Cookie::getValue)
                        .filter(token -> !token.isEmpty());
    }
}
