package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.database.LocalUse;
import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Announcements that a person has put away: their ids in a cookie of the browser, one for each county. */
@Singleton
public final class PutAway {
    private static final String NAME = "kk_put_away";
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final int MOST = 30;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final boolean encrypted;

    PutAway(Environment environment) {
        this.encrypted = !LocalUse.in(environment);
    }

    /** What this browser has put away; whatever else stands in the cookie is left out. */
    public Set<UUID> of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(cookie -> Arrays.stream(cookie.getValue().split("\\.", MOST + 1))
                        .filter(text -> ID.matcher(text).matches())
                        .map(UUID::fromString)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /**
     * The cookie for this.
     *
     * @param ids at most the first {@value #MOST} are kept
     * @param path of the county
     */
    public Cookie cookie(Collection<UUID> ids, String path) {
        var value = ids.stream().limit(MOST).map(UUID::toString).collect(Collectors.joining("."));
        return Cookie.of(NAME, value)
                .path(path)
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(SameSite.Strict)
                .maxAge(LIFETIME);
    }
}
