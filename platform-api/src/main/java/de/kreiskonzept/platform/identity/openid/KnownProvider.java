package de.kreiskonzept.platform.identity.openid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the OpenID provider says of itself (OpenID Connect Discovery 1.0): asked for at the first use, kept for an hour, with its keys. */
@Singleton
final class KnownProvider {
    /** How long to wait for a connection to the provider, and for each part of its answer, in milliseconds. */
    static final int CONNECT_MILLIS = 3000;

    static final int READ_MILLIS = 5000;

    private static final int MOST_BYTES = 200_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /**
     * The provider as it is known now.
     *
     * @param tokens checks signature, issuer, audience, times and nonce of ID tokens
     */
    record Description(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

    private final Issuer issuer;
    private final ClientID client;
    private final Cache<Issuer, Description> known;
    private final Cache<Issuer, IOException> silent;

    KnownProvider(OpenIdSettings settings, Ticker ticker) {
        issuer = new Issuer(settings.issuer());
        client = new ClientID(settings.clientId());
        known = kept(KEPT, ticker);
        silent = kept(PAUSE, ticker);
    }

    private static <T> Cache<Issuer, T> kept(Duration time, Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(time)
                .maximumSize(1)
                .ticker(ticker)
                .build();
    }

    /**
     * Returns the description. Whoever comes while nothing is known asks for it; nobody waits for somebody else's question. A provider that
     * has not answered is asked again after ten seconds.
     *
     * @throws IOException if the provider does not answer, or did not a moment ago
     * @throws GeneralException if what it answers is no description of this issuer
     */
    Description get() throws IOException, GeneralException {
        var found = known.getIfPresent(issuer);
        if (found == null) {
            found = describe(ask());
            known.put(issuer, found);
        }
        return found;
    }

    private OIDCProviderMetadata ask() throws IOException, GeneralException {
        var before = silent.getIfPresent(issuer);
        if (before != null) {
            throw new IOException("the provider did not answer a moment ago", before);
        }
        try {
            return OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
        } catch (IOException e) {
            silent.put(issuer, e);
            throw e;
        }
    }

    private Description describe(OIDCProviderMetadata metadata) throws MalformedURLException {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
                .build();
        var selector = new JWSVerificationKeySelector<>(algorithms(metadata), keys);
        return new Description(metadata, new IDTokenValidator(issuer, client, selector, null));
    }

    /** Signatures that only the provider can make; one with the shared secret would be ours as well. */
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        var offered = Objects.requireNonNullElse(metadata.getIDTokenJWSAlgs(), List.<JWSAlgorithm>of());
        var usable = new HashSet<>(offered);
        usable.retainAll(JWSAlgorithm.Family.SIGNATURE);
        return usable.isEmpty() ? Set.of(JWSAlgorithm.RS256) : usable;
    }
}
