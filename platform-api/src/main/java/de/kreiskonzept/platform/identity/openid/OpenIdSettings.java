package de.kreiskonzept.platform.identity.openid;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The OpenID provider of this deployment: {@code KK_OIDC_ISSUER}, {@code KK_OIDC_CLIENT_ID} and {@code KK_OIDC_CLIENT_SECRET}. All three are
 * set, or none and nobody signs in that way; a start with some of them fails.
 */
@Context
public final class OpenIdSettings {
    /** Property that is empty where there is no provider. */
    public static final String ISSUER = "kreiskonzept.oidc.issuer";

    private final String issuer;
    private final String clientId;
    private final String clientSecret;

    /** @throws ConfigurationException if a part is missing, or the issuer is no address that may be trusted */
    OpenIdSettings(
            @Value("${kreiskonzept.oidc.issuer:}") String issuer,
            @Value("${kreiskonzept.oidc.client-id:}") String clientId,
            @Value("${kreiskonzept.oidc.client-secret:}") String clientSecret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        var given = Stream.of(issuer, clientId, clientSecret)
                .filter(part -> !part.isBlank())
                .count();
        if (given != 0 && given != 3) {
            throw new ConfigurationException("KK_OIDC_ISSUER, KK_OIDC_CLIENT_ID and KK_OIDC_CLIENT_SECRET belong"
                    + " together: set all three or none.");
        }
        if (isOn() && !isTrustworthy(issuer)) {
            throw new ConfigurationException("KK_OIDC_ISSUER has to be an https address.");
        }
    }

    /** Says whether people may sign in by a provider. */
    public boolean isOn() {
        return !issuer.isBlank();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** Plain http never leaves the machine. */
    private static boolean isTrustworthy(String issuer) {
        try {
            var address = URI.create(issuer);
            var host = Objects.requireNonNullElse(address.getHost(), "");
            var here = host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1");
            return !host.isEmpty()
                    && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
