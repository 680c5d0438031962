package de.kreiskonzept.foundation.entrance;

import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SigningSecret;
import de.kreiskonzept.foundation.signin.Tickets;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a browser holds between password and code: a signed word that this account of this area has shown its password, for ten minutes. It
 * opens nothing but the page that asks for the code.
 */
@Singleton
@Requires(beans = SignInArea.class)
final class CodeTicket {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Pattern SHAPE = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final SigningSecret secret;
    private final SignInArea area;
    private final Clock clock;
    private final boolean encrypted;

    CodeTicket(SigningSecret secret, SignInArea area, Clock clock, Environment environment) {
        this.secret = secret;
        this.area = area;
        this.clock = clock;
        this.encrypted = !LocalUse.in(environment);
    }

    /** Returns the cookie for somebody who has shown the password of this account. */
    Cookie holding(HttpRequest<?> request, UUID account) {
        var said = account + "." + clock.instant().plus(LIFETIME).getEpochSecond();
        return cookie(request, said + "." + code(request, said)).maxAge(LIFETIME);
    }

    /** Returns the cookie that makes the browser forget. */
    Cookie empty(HttpRequest<?> request) {
        return cookie(request, "").maxAge(Duration.ZERO);
    }

    /** Finds the account whose password was shown in this browser. */
    Optional<UUID> account(HttpRequest<?> request) {
        var ticket =
                request.getCookies().findCookie(name()).map(Cookie::getValue).orElse("");
        var parts = SHAPE.matcher(ticket);
        return parts.matches()
                        && Tickets.isSame(code(request, parts.group(1) + "." + parts.group(2)), parts.group(3))
                        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(2))))
                ? Optional.of(UUID.fromString(parts.group(1)))
                : Optional.empty();
    }

    private String code(HttpRequest<?> request, String said) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.code("password shown", area.audience() + " " + tenant + " " + said));
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(name(), value)
                .path(area.home(request))
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.Strict);
    }

    private String name() {
        return area.cookieName() + "_code";
    }
}
