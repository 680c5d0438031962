package de.kreiskonzept.admin.account;

import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices.Remembered;
import de.kreiskonzept.foundation.signin.Sessions.Living;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** Where the own account is signed in, and which devices are remembered, for programs. */
@Controller("/api/v1/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "account")
@SecurityRequirement(name = "bearer")
@AccountRefusals
class SessionApi {
    private final OwnSessions sessions;
    private final RememberedDevices devices;

    SessionApi(OwnSessions sessions, RememberedDevices devices) {
        this.sessions = sessions;
        this.devices = devices;
    }

    @Get("/sessions")
    @Operation(
            operationId = "listSessions",
            summary = "Lists the living sessions of the own account, the one used last first.")
    @ApiResponse(responseCode = "200", description = "The sessions.")
    List<Living> sessions(SignedIn who) {
        return sessions.list(who);
    }

    @Delete("/sessions/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "Ends a session of the own account.")
    @ApiResponse(responseCode = "204", description = "The session has ended.")
    @ApiResponse(
            responseCode = "404",
            description = "The account has no such session.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    void end(HttpRequest<?> request, SignedIn who, UUID id) {
        sessions.end(request, who, id);
    }

    @Get("/devices")
    @Operation(
            operationId = "listRememberedDevices",
            summary = "Lists the browsers in which the own account is not asked for a code.")
    @ApiResponse(responseCode = "200", description = "The devices.")
    List<Remembered> devices(SignedIn who) {
        return devices.list(who);
    }

    @Delete("/devices/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetDevice", summary = "Forgets a remembered browser of the own account.")
    @ApiResponse(responseCode = "204", description = "The browser is asked for a code again.")
    @ApiResponse(
            responseCode = "404",
            description = "The account has no such device.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    void forget(SignedIn who, UUID id) {
        devices.forget(who, id);
    }
}
