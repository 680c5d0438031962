package de.kreiskonzept.admin.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Tokens for programs. */
@Controller("/api/v1/token")
@Tag(name = "operator")
class TokenApi {
    private final SignIn signIn;
    private final HttpClientAddressResolver addresses;

    TokenApi(SignIn signIn, HttpClientAddressResolver addresses) {
        this.signIn = signIn;
        this.addresses = addresses;
    }

    /** E-mail and password of an account of the provider. */
    @Serdeable
    @Schema(name = "Credentials")
    record CredentialsForm(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = 200) String password) {}

    /** The refresh token of the last answer. */
    @Serdeable
    @Schema(name = "Refresh")
    record RefreshForm(
            @JsonProperty("refresh_token") @NotBlank @Size(max = 200)
            String refreshToken) {}

    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Signs a program in and opens a session.")
    @ApiResponse(responseCode = "200", description = "Tokens of the new session.")
    @ApiResponse(
            responseCode = "401",
            description = "E-mail or password is wrong, or the account is not active.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts; the header Retry-After says how long to wait.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    TokenView open(HttpRequest<?> request, @Valid @Body CredentialsForm form) {
        return signIn.forProgram(form.email(), form.password(), addresses.resolve(request));
    }

    @Post("/refresh")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Exchanges a refresh token for new tokens; used twice it ends the session.")
    @ApiResponse(responseCode = "200", description = "New tokens of the same session.")
    @ApiResponse(
            responseCode = "401",
            description = "The refresh token is not, or no longer, good.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    TokenView renew(@Valid @Body RefreshForm form) {
        return signIn.renew(form.refreshToken());
    }

    @Post("/revoke")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "Ends the session of the bearer token.")
    @ApiResponse(responseCode = "204", description = "The session has ended.")
    @ApiResponse(
            responseCode = "401",
            description = "No valid token.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    void revoke(SignedIn who) {
        signIn.end(who);
    }
}
