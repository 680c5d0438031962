package de.kreiskonzept.foundation.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/**
 * Issues the signed tokens (RFC 7519, HS256) that name a session. What the holder may do is not in the token: it is looked
 * up in the database.
 */
@Singleton
public final class Tokens {
    /** How long a bearer token of a program lives. */
    public static final Duration BEARER = Duration.ofMinutes(15);

    /** How long a session of a browser lives, and the token in its cookie with it. */
    public static final Duration BROWSER = Duration.ofHours(10);

    /** How long a session of a program lives when it does not ask for new tokens. */
    public static final Duration REFRESH = Duration.ofDays(14);

    static final String SESSION = "sid";
    static final String TENANT = "tenant";

    private final SignatureGeneratorConfiguration signature;
    private final Clock clock;

    Tokens(SignatureGeneratorConfiguration signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /** Returns a token for a session of a tenant. */
    public String issue(String audience, UUID tenant, UUID account, UUID session, Duration lifetime) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(account.toString())
                .audience(audience)
                .claim(TENANT, tenant.toString())
                .claim(SESSION, session.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        try {
            return signature.sign(claims).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the secret was checked at the start", e);
        }
    }
}
