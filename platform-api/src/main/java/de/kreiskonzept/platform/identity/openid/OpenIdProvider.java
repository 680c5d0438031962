package de.kreiskonzept.platform.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import de.kreiskonzept.foundation.mail.SiteUrls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks to the OpenID provider: authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636). What it says is checked by
 * the library; nothing of it reaches the log but codes of errors.
 */
@Singleton
public final class OpenIdProvider {
    /** Path of the platform to which the provider sends people back, whatever their county. */
    public static final String RETURN_PATH = "/anmelden/zurueck";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,60}");

    private final KnownProvider provider;
    private final ClientID client;
    private final Secret secret;
    private final URI comeBack;

    OpenIdProvider(KnownProvider provider, OpenIdSettings settings, SiteUrls urls) {
        this.provider = provider;
        client = new ClientID(settings.clientId());
        secret = new Secret(settings.clientSecret());
        comeBack = URI.create(urls.platform(RETURN_PATH));
    }

    /**
     * Returns the address at the provider where the person says who it is.
     *
     * @throws SignInObstructed when the provider cannot be reached
     */
    public URI address(Attempt attempt) {
        return asked(() -> new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email"), client, comeBack)
                .endpointURI(provider.get().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI());
    }

    /**
     * Returns for whom the provider vouches.
     *
     * @param answer parameters with which it has sent the person back
     * @throws SignInObstructed when it vouches for nobody, in a way that proves nothing, or does not answer
     */
    public OpenIdPerson person(Attempt attempt, Map<String, List<String>> answer) {
        return asked(() -> {
            var known = provider.get();
            var code = code(known.metadata(), answer);
            var token = idToken(known.metadata(), code, attempt);
            return person(known.tokens().validate(token, new Nonce(attempt.nonce())));
        });
    }

    private AuthorizationCode code(OIDCProviderMetadata metadata, Map<String, List<String>> answer)
            throws ParseException {
        var response = AuthenticationResponseParser.parse(comeBack, answer);
        if (!response.indicatesSuccess()) {
            throw refused(response.toErrorResponse().getErrorObject(), Obstacle.CANCELLED);
        }
        var issuer = response.getIssuer();
        var code = response.toSuccessResponse().getAuthorizationCode();
        // RFC 9207: an answer of another provider is not to be exchanged at this one.
        var foreign = issuer == null
                ? metadata.supportsAuthorizationResponseIssuerParam()
                : !issuer.equals(metadata.getIssuer());
        if (foreign || code == null) {
            throw new SignInObstructed(Obstacle.DOUBTFUL);
        }
        return code;
    }

    private JWT idToken(OIDCProviderMetadata metadata, AuthorizationCode code, Attempt attempt)
            throws IOException, ParseException {
        var grant = new AuthorizationCodeGrant(code, comeBack, new CodeVerifier(attempt.verifier()));
        var request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata), grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(KnownProvider.CONNECT_MILLIS);
        request.setReadTimeout(KnownProvider.READ_MILLIS);
        request.setFollowRedirects(false);
        var response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            var error = response.toErrorResponse().getErrorObject();
            throw refused(error, OAuth2Error.INVALID_GRANT.equals(error) ? Obstacle.EXPIRED : Obstacle.DOUBTFUL);
        }
        return ((OIDCTokenResponse) response.toSuccessResponse())
                .getOIDCTokens()
                .getIDToken();
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        var methods = Objects.requireNonNullElse(
                metadata.getTokenEndpointAuthMethods(), List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        return methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client, secret)
                : new ClientSecretPost(client, secret);
    }

    private static OpenIdPerson person(IDTokenClaimsSet claims) {
        return new OpenIdPerson(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                Objects.requireNonNullElse(claims.getStringClaim("email"), ""),
                Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")));
    }

    private static SignInObstructed refused(ErrorObject error, Obstacle obstacle) {
        var code = Objects.requireNonNullElse(error.getCode(), "");
        LOG.info("The OpenID provider refused: {}", ERROR_CODE.matcher(code).matches() ? code : "no code");
        return new SignInObstructed(obstacle);
    }

    /** A question to the provider. */
    private interface Question<T> {
        T ask() throws IOException, GeneralException, BadJOSEException, JOSEException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException | JOSEException e) {
            // Of the keys only those that cannot be fetched are no BadJOSEException.
            LOG.warn("The OpenID provider does not answer: {}", e.getClass().getSimpleName());
            throw new SignInObstructed(Obstacle.SILENT);
        } catch (GeneralException | BadJOSEException e) {
            LOG.warn(
                    "The answer of the OpenID provider proves nothing: {}",
                    e.getClass().getSimpleName());
            throw new SignInObstructed(Obstacle.DOUBTFUL);
        }
    }
}
