package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.database.LocalUse;
import de.kreiskonzept.foundation.route.Reading;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.form.SentBody;
import de.kreiskonzept.foundation.web.problem.Problems;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets a form pass only when it comes from a page of ours that the same browser was given. Paths below {@code /api/} know
 * no cookies and need no such proof.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(beans = SignInArea.class)
final class FormGuard implements Ordered {
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String PART = "name=\"" + FormTokens.FIELD + "\"";

    private final FormTokens tokens;
    private final SignInArea area;
    private final boolean encrypted;

    FormGuard(FormTokens tokens, SignInArea area, Environment environment) {
        this.tokens = tokens;
        this.area = area;
        this.encrypted = !LocalUse.in(environment);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    Publisher<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        if (Reading.is(request.getMethodName()) || Problems.isForPrograms(request)) {
            return Mono.just(Optional.empty());
        }
        var site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            return Mono.error(foreign(request));
        }
        if (area.isForAnybody(request)) {
            return Mono.just(Optional.empty());
        }
        return Mono.fromFuture(() -> SentBody.of(request).thenApply(body -> token(request, body)))
                .flatMap(token -> tokens.isValid(request, token)
                        ? Mono.just(Optional.<HttpResponse<?>>empty())
                        : Mono.error(foreign(request)));
    }

    @ResponseFilter
    void giveVisitorCookie(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(FormTokens.NEW_VISITOR, String.class)
                .ifPresent(visitor -> response.cookie(Cookie.of(FormTokens.VISITOR_COOKIE, visitor)
                        .path("/")
                        .httpOnly(true)
                        .secure(encrypted)
                        .sameSite(SameSite.Strict)));
    }

    private static Refusal foreign(HttpRequest<?> request) {
        RefusedAccess.FOREIGN_FORM.note(request);
        return new Refusal(HttpStatus.FORBIDDEN, "foreign-form", "signin.foreignForm");
    }

    private static String token(HttpRequest<?> request, byte[] sent) {
        var type = request.getContentType().orElse(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        var body = new String(sent, StandardCharsets.ISO_8859_1);
        return type.matches(MediaType.MULTIPART_FORM_DATA_TYPE) ? fromParts(body) : fromPairs(body);
    }

    private static String fromPairs(String body) {
        for (var pair : body.split("&", -1)) {
            if (pair.startsWith(FormTokens.FIELD + "=")) {
                return decoded(pair.substring(FormTokens.FIELD.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String fromParts(String body) {
        var part = body.indexOf(PART);
        var start = part < 0 ? -1 : body.indexOf("\r\n\r\n", part);
        var end = start < 0 ? -1 : body.indexOf("\r\n", start + 4);
        return end < 0 ? "" : body.substring(start + 4, end);
    }
}
