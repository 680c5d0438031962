package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.problem.InvalidFields;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.identity.AdminRefusals;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import de.kreiskonzept.platform.tenancy.support.SupportGrant;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Support access for the admin's programs. */
@Controller("/api/v1/{county}/hilfe")
@Secured(Roles.ADMIN)
@Tag(name = "identity")
@AdminRefusals
class SupportApi {
    private final SupportAccess access;
    private final Texts texts;

    SupportApi(SupportAccess access, Texts texts) {
        this.access = access;
        this.texts = texts;
    }

    /**
     * Whom the county lets in, and for what.
     *
     * @param reason what is to be looked at
     * @param minutes 15, 30 or 60
     * @param writing whether something may be changed, too
     */
    @Serdeable
    @Schema(name = "SupportWish")
    record Wished(@NotNull @Size(max = SupportForm.LONGEST) String reason, int minutes, boolean writing) {}

    @Get
    @Operation(
            operationId = "listSupportGrants",
            summary = "Lists who was let in during the last 90 days, the newest first.")
    @ApiResponse(responseCode = "200", description = "The grants with their visits.")
    List<SupportGrant> list() {
        return access.list();
    }

    @ChangesNoContent
    @Post
    @FreshCode
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "grantSupport", summary = "Lets somebody of the provider in from now on.")
    @ApiResponse(responseCode = "201", description = "The grant is open.")
    @ApiResponse(
            responseCode = "400",
            description = "The reason is missing, or the time is not one of the three.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Another grant is open.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    SupportGrant grant(SignedIn who, @Valid @Body Wished wished) {
        var form = new SupportForm(wished.reason(), wished.minutes(), wished.writing());
        InvalidFields.check(form.errors(texts));
        return access.grant(form.wish(), who);
    }

    @ChangesNoContent
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endSupport",
            summary = "Ends an open grant; whoever is inside is refused at the next request.")
    @ApiResponse(responseCode = "204", description = "Nobody is let in any more.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such open grant.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void end(SignedIn who, UUID id) {
        access.end(id, who);
    }
}
