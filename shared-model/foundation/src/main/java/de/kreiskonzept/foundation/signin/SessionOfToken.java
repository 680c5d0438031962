package de.kreiskonzept.foundation.signin;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.kreiskonzept.foundation.route.WaitingThreads;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.reader.TokenResolver;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Turns a token into the person who holds its session, in place of Micronaut's own way, which would believe the token. A token
 * of another tenant gets 404 for everything below this tenant's paths, so that nobody learns what is there.
 */
@Singleton
@Requires(beans = SignInArea.class)
@Replaces(TokenAuthenticationFetcher.class)
final class SessionOfToken implements AuthenticationFetcher<HttpRequest<?>> {
    private final TokenResolver<HttpRequest<?>> tokens;
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> signed;
    private final Sessions sessions;
    private final SignInArea area;
    private final WaitingThreads threads;

    SessionOfToken(
            TokenResolver<HttpRequest<?>> tokens,
            JsonWebTokenValidator<JWT, HttpRequest<?>> signed,
            Sessions sessions,
            SignInArea area,
            WaitingThreads threads) {
        this.tokens = tokens;
        this.signed = signed;
        this.sessions = sessions;
        this.area = area;
        this.threads = threads;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        var found = tokens.resolveTokens(request);
        if (found.isEmpty()) {
            return Mono.empty();
        }
        return threads.call(() -> holder(found, request)).flatMap(Mono::justOrEmpty);
    }

    private Optional<SignedIn> holder(List<String> found, HttpRequest<?> request) throws ParseException {
        for (var token : found) {
            var holder = holder(token, request);
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    private Optional<SignedIn> holder(String token, HttpRequest<?> request) throws ParseException {
        var jwt = signed.validate(token, request);
        if (jwt.isEmpty() || !(jwt.get() instanceof SignedJWT)) {
            return Optional.empty();
        }
        var claims = jwt.get().getJWTClaimsSet();
        boolean visiting = claims.getAudience().contains(SessionCookie.visitors(area));
        if (!visiting && !claims.getAudience().contains(area.audience())) {
            return Optional.empty();
        }
        var tenant = area.tenant(request);
        if (tenant.isEmpty()) {
            return Optional.empty();
        }
        if (!tenant.get().toString().equals(claims.getStringClaim(Tokens.TENANT))) {
            RefusedAccess.OTHER_TENANT.note(request);
            throw Refusal.notFound();
        }
        return visiting
                ? area.findVisitor(request, UUID.fromString(claims.getSubject()))
                : holder(tenant.get(), claims);
    }

    private Optional<SignedIn> holder(UUID tenant, JWTClaimsSet claims) throws ParseException {
        var session = UUID.fromString(claims.getStringClaim(Tokens.SESSION));
        return sessions.find(tenant, session)
                .filter(who -> who.accountId().toString().equals(claims.getSubject()));
    }
}
