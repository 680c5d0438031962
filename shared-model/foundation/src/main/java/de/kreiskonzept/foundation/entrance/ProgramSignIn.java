package de.kreiskonzept.foundation.entrance;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.secondfactor.SecondFactors;
import de.kreiskonzept.foundation.signin.Credentials;
import de.kreiskonzept.foundation.signin.Device;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.signin.Tokens;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both applications do for programs: tokens for e-mail and password, new ones for a refresh token. */
@Singleton
@Requires(beans = SignInArea.class)
public final class ProgramSignIn {
    private static final int LONGEST_CODE = 40;

    /**
     * E-mail and password of an account, and for one with a second factor one of the two codes.
     *
     * @param code six digits of the app
     * @param recoveryCode sixteen digits, used once
     */
    @Serdeable
    @Schema(name = "Credentials")
    public record CredentialsForm(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password,
            @Nullable @Size(max = LONGEST_CODE) String code,

            @JsonProperty("recovery_code") @Nullable @Size(max = LONGEST_CODE)
            String recoveryCode) {
        Optional<String> shown() {
            return Optional.ofNullable(code).or(() -> Optional.ofNullable(recoveryCode));
        }
    }

    /** The refresh token of the last answer. */
    @Serdeable
    @Schema(name = "Refresh")
    public record RefreshForm(
            @JsonProperty("refresh_token") @NotBlank @Size(max = 200)
            String refreshToken) {}

    /**
     * Tokens of a program, named as in RFC 6749, section 5.1.
     *
     * @param accessToken goes into the header {@code Authorization: Bearer ...}
     * @param refreshToken works once; the answer holds the next one
     * @param expiresIn seconds until the access token runs out
     * @param tokenType always {@code Bearer}
     */
    @Serdeable
    @Schema(name = "Token")
    public record TokenView(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("token_type") String tokenType) {}

    private final Credentials credentials;
    private final OwnSessions sessions;
    private final Tokens tokens;
    private final SignInArea area;
    private final SecondFactors factors;

    ProgramSignIn(
            Credentials credentials, OwnSessions sessions, Tokens tokens, SignInArea area, SecondFactors factors) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.area = area;
        this.factors = factors;
    }

    /**
     * Opens a session.
     *
     * @throws Refusal 401 when e-mail or password is wrong, or a code is needed and missing or wrong; 429 after too many attempts
     */
    public TokenView open(HttpRequest<?> request, CredentialsForm form) {
        var account = credentials.check(request, form.email(), form.password());
        if (!factors.isEnrolled(account)) {
            return view(request, sessions.openForProgram(new Arrival(account, false, Device.of(request))));
        }
        var code = form.shown()
                .orElseThrow(() ->
                        new Refusal(HttpStatus.UNAUTHORIZED, "second-factor-required", "secondfactor.code.missing"));
        return view(request, sessions.openForProgram(request, new Arrival(account, true, Device.of(request)), code));
    }

    /**
     * Exchanges a refresh token; one that was used before ends its session.
     *
     * @throws Refusal 401 when it is not, or no longer, good
     */
    public TokenView renew(HttpRequest<?> request, RefreshForm form) {
        return sessions.renew(area.tenant(request).orElseThrow(Refusal::notFound), form.refreshToken())
                .map(session -> view(request, session))
                .orElseThrow(
                        () -> new Refusal(HttpStatus.UNAUTHORIZED, "wrong-refresh-token", "signin.refreshRefused"));
    }

    /** Ends the session of whoever asks. */
    public void end(HttpRequest<?> request, SignedIn who) {
        sessions.signOut(request, who);
    }

    private TokenView view(HttpRequest<?> request, Sessions.Opened session) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        var token = tokens.issue(area.audience(), tenant, session.accountId(), session.id(), Tokens.BEARER);
        var refreshToken = session.refreshToken() == null ? "" : session.refreshToken();
        return new TokenView(token, refreshToken, Tokens.BEARER.toSeconds(), "Bearer");
    }
}
