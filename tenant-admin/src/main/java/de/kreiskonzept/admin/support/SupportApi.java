package de.kreiskonzept.admin.support;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Support access for programs of the provider. */
@Controller("/api/v1/tenants/{id}/support")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@ApiResponse(
        responseCode = "404",
        description = "There is no such tenant, or it lets nobody in now.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@AccountRefusals
class SupportApi {
    private final SupportVisits visits;

    SupportApi(SupportVisits visits) {
        this.visits = visits;
    }

    @Get
    @Operation(
            operationId = "showSupportGrant",
            summary = "Shows until when a county lets somebody of the provider in.")
    @ApiResponse(responseCode = "200", description = "The open grant.")
    OpenGrant show(UUID id) {
        return visits.findOpen(id).orElseThrow(Refusal::notFound);
    }

    @Post("/tickets")
    @FreshCode
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "openSupport",
            summary =
                    "Makes an address that opens the workspace once, within two minutes, for the person of the token.")
    @ApiResponse(responseCode = "201", description = "The address, told once.")
    @ApiResponse(
            responseCode = "409",
            description = "The county lets nobody in.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    SupportTicket open(SignedIn who, UUID id) {
        return visits.open(id, who);
    }
}
