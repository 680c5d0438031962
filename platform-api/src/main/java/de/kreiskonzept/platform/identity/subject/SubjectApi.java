package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.identity.AdminRefusals;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.identity.openid.OpenIdSettings;
import de.kreiskonzept.platform.identity.subject.SubjectStore.Subject;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Whether an account belongs to somebody at the OpenID provider, and the end of that, for the admin's programs. */
@Controller("/api/v1/{county}/konten/{id}/anmeldedienst")
@Requires(property = OpenIdSettings.ISSUER, pattern = ".+")
@Secured(Roles.ADMIN)
@Tag(name = "identity")
@AdminRefusals
class SubjectApi {
    private final SubjectRelease release;

    SubjectApi(SubjectRelease release) {
        this.release = release;
    }

    @Get
    @Operation(
            operationId = "getAccountSubject",
            summary = "Shows by which OpenID provider the holder of an account signs in.",
            description = "Without a provider in the settings there is no such operation, and the answer is 404.")
    @ApiResponse(responseCode = "200", description = "The provider; the person's name there is not shown.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such account, or it is not tied to a provider.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    Subject show(UUID id) {
        return release.subject(id).orElseThrow(Refusal::notFound);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @FreshCode
    @Operation(
            operationId = "releaseAccountSubject",
            summary =
                    "Unties an account from the OpenID provider, so that another person there with its address may come in.",
            description = "Without a provider in the settings there is no such operation, and the answer is 404.")
    @ApiResponse(
            responseCode = "204",
            description = "The account is not tied any more, and all its sessions have ended.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such account, or it is not tied to a provider.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void release(SignedIn who, UUID id) {
        release.make(id, who);
    }
}
