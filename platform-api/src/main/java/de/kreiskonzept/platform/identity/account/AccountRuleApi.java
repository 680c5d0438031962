package de.kreiskonzept.platform.identity.account;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.identity.AdminRefusals;
import de.kreiskonzept.platform.identity.FactorReset;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Who needs a second factor, and the end of one that was lost, for the admin's programs. */
@Controller("/api/v1/{county}/konten")
@Secured(Roles.ADMIN)
@Tag(name = "identity")
@AdminRefusals
class AccountRuleApi {
    private final AccountRules rules;
    private final FactorReset reset;

    AccountRuleApi(AccountRules rules, FactorReset reset) {
        this.rules = rules;
        this.reset = reset;
    }

    /** Whether accounts of all roles need a second factor. */
    @Serdeable
    @Schema(name = "AccountRuleChange")
    record Change(boolean secondFactorForAll) {}

    @Get("/zweiter-faktor")
    @Operation(operationId = "getAccountRule", summary = "Shows whether accounts of all roles need a second factor.")
    @ApiResponse(responseCode = "200", description = "The rule; the header ETag holds its version.")
    HttpResponse<AccountRule> rule() {
        return answer(rules.get());
    }

    @Put("/zweiter-faktor")
    @Operation(operationId = "putAccountRule", summary = "Says whether accounts of all roles need a second factor.")
    @ApiResponse(responseCode = "200", description = "The rule, felt within five seconds.")
    @ApiResponse(
            responseCode = "412",
            description = "The rule was changed since it was read.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "428",
            description = "The header If-Match is missing.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<AccountRule> change(HttpHeaders headers, SignedIn who, @Body Change change) {
        return answer(rules.set(change.secondFactorForAll(), Versions.required(headers), who));
    }

    @Delete("/{id}/zweiter-faktor")
    @Status(HttpStatus.NO_CONTENT)
    @FreshCode
    @Operation(
            operationId = "resetSecondFactor",
            summary = "Ends the second factor of somebody who has lost it, and tells the person by mail.")
    @ApiResponse(
            responseCode = "204",
            description = "The account has no second factor, and all its sessions have ended.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such account.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The account has no second factor, or is the own one.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void reset(SignedIn who, UUID id) {
        reset.make(id, who);
    }

    private static HttpResponse<AccountRule> answer(AccountRule rule) {
        return HttpResponse.ok(rule).header(HttpHeaders.ETAG, Versions.tag(rule.version()));
    }
}
