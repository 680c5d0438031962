package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.entrance.ProgramSignIn;
import de.kreiskonzept.foundation.entrance.ProgramSignIn.CredentialsForm;
import de.kreiskonzept.foundation.entrance.ProgramSignIn.RefreshForm;
import de.kreiskonzept.foundation.entrance.ProgramSignIn.TokenView;
import de.kreiskonzept.foundation.secondfactor.BeforeEnrolment;
import de.kreiskonzept.foundation.secondfactor.StepUp;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** Tokens for programs. */
@OfOwnAccount
@Controller("/api/v1/{county}/token")
@Tag(name = "identity")
class TokenApi {
    private final ProgramSignIn programs;
    private final StepUp stepUp;

    TokenApi(ProgramSignIn programs, StepUp stepUp) {
        this.programs = programs;
        this.stepUp = stepUp;
    }

    @ChangesNoContent
    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Signs a program in and opens a session.")
    @ApiResponse(responseCode = "200", description = "Tokens of the new session.")
    @ApiResponse(
            responseCode = "401",
            description =
                    "E-mail or password is wrong, the account is not active, or a code is needed (second-factor-required) or wrong.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts; the header Retry-After says how long to wait.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    TokenView open(HttpRequest<?> request, @Valid @Body CredentialsForm form) {
        return programs.open(request, form);
    }

    @ChangesNoContent
    @Post("/refresh")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(summary = "Exchanges a refresh token for new tokens; used twice it ends the session.")
    @ApiResponse(responseCode = "200", description = "New tokens of the same session.")
    @ApiResponse(
            responseCode = "401",
            description = "The refresh token is not, or no longer, good.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    TokenView renew(HttpRequest<?> request, @Valid @Body RefreshForm form) {
        return programs.renew(request, form);
    }

    @ChangesNoContent
    @Post("/code")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(
            operationId = "giveFreshCode",
            summary = "Takes a fresh code of the own second factor; for five minutes it opens what wants one.")
    @ApiResponse(responseCode = "204", description = "The code was right.")
    @ApiResponse(
            responseCode = "401",
            description = "No valid token, or the code is wrong or was used before.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts; the header Retry-After says how long to wait.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void confirm(HttpRequest<?> request, SignedIn who, @Valid @Body StepUp.Code form) {
        stepUp.confirm(request, who, form.code());
    }

    @ChangesNoContent
    @Post("/revoke")
    @BeforeEnrolment
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "Ends the session of the bearer token.")
    @ApiResponse(responseCode = "204", description = "The session has ended.")
    @ApiResponse(
            responseCode = "401",
            description = "No valid token.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void revoke(HttpRequest<?> request, SignedIn who) {
        programs.end(request, who);
    }
}
