package de.kreiskonzept.platform.identity.account;

import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices.Remembered;
import de.kreiskonzept.foundation.signin.Sessions.Living;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** Where the own account is signed in, and which devices are remembered, for programs. */
@OfOwnAccount
@Controller("/api/v1/{county}/konto")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "identity")
@ApiResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
class SessionApi {
    private final OwnSessions sessions;
    private final RememberedDevices devices;

    SessionApi(OwnSessions sessions, RememberedDevices devices) {
        this.sessions = sessions;
        this.devices = devices;
    }

    @Get("/sitzungen")
    @Operation(
            operationId = "listSessions",
            summary = "Lists the living sessions of the own account, the one used last first.")
    @ApiResponse(responseCode = "200", description = "The sessions.")
    List<Living> sessions(SignedIn who) {
        return sessions.list(who);
    }

    @ChangesNoContent
    @Delete("/sitzungen/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "Ends a session of the own account.")
    @ApiResponse(responseCode = "204", description = "The session has ended.")
    @ApiResponse(
            responseCode = "404",
            description = "The account has no such session.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void end(HttpRequest<?> request, SignedIn who, UUID id) {
        sessions.end(request, who, id);
    }

    @Get("/geraete")
    @Operation(
            operationId = "listRememberedDevices",
            summary = "Lists the browsers in which the own account is not asked for a code.")
    @ApiResponse(responseCode = "200", description = "The devices.")
    List<Remembered> devices(SignedIn who) {
        return devices.list(who);
    }

    @ChangesNoContent
    @Delete("/geraete/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetDevice", summary = "Forgets a remembered browser of the own account.")
    @ApiResponse(responseCode = "204", description = "The browser is asked for a code again.")
    @ApiResponse(
            responseCode = "404",
            description = "The account has no such device.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void forget(SignedIn who, UUID id) {
        devices.forget(who, id);
    }
}
