package de.kreiskonzept.platform.identity.account;

import de.kreiskonzept.foundation.secondfactor.BeforeEnrolment;
import de.kreiskonzept.foundation.secondfactor.Enrolment;
import de.kreiskonzept.foundation.secondfactor.Enrolment.Confirmation;
import de.kreiskonzept.foundation.secondfactor.Enrolment.RecoveryCodes;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.secondfactor.Offer;
import de.kreiskonzept.foundation.secondfactor.SecondFactors;
import de.kreiskonzept.foundation.secondfactor.SecondFactors.Standing;
import de.kreiskonzept.foundation.secondfactor.SwitchOff;
import de.kreiskonzept.foundation.secondfactor.SwitchOff.Both;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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

/** The own second factor, for programs. */
@OfOwnAccount
@Controller("/api/v1/{county}/konto/zweiter-faktor")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "identity")
@ApiResponse(
        responseCode = "401",
        description = "No valid token, or password or code is wrong.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "A fresh code is needed, or the account has no password and the sign-in is too long ago.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
class OwnAccountApi {
    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final SwitchOff switchOff;
    private final CurrentWorkspace county;

    OwnAccountApi(SecondFactors factors, Enrolment enrolment, SwitchOff switchOff, CurrentWorkspace county) {
        this.factors = factors;
        this.enrolment = enrolment;
        this.switchOff = switchOff;
        this.county = county;
    }

    @Get
    @BeforeEnrolment
    @Operation(
            operationId = "getSecondFactor",
            summary = "Shows whether the own account has a second factor and needs one.")
    @ApiResponse(responseCode = "200", description = "What is set up.")
    Standing standing(SignedIn who) {
        return factors.standing(who);
    }

    @ChangesNoContent
    @Post("/angebot")
    @BeforeEnrolment
    @FreshCode
    @Operation(operationId = "offerSecondFactor", summary = "Offers a secret for an app (RFC 6238); nothing is stored.")
    @ApiResponse(responseCode = "200", description = "The secret, and a sealed copy to be sent back.")
    Offer offer(HttpRequest<?> request, SignedIn who) {
        return enrolment.offer(request, who, county.get().name());
    }

    @ChangesNoContent
    @Post
    @BeforeEnrolment
    @FreshCode
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Keeps an offered secret in place of an earlier one; the first one wants the password, too.")
    @ApiResponse(responseCode = "200", description = "Ten recovery codes, told once.")
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts; the header Retry-After says how long to wait.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    RecoveryCodes confirm(HttpRequest<?> request, SignedIn who, @Valid @Body Confirmation form) {
        return new RecoveryCodes(enrolment.confirm(request, who, form));
    }

    @ChangesNoContent
    @Post("/wiederherstellungscodes")
    @FreshCode
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Makes new recovery codes; earlier ones open nothing any more.")
    @ApiResponse(responseCode = "200", description = "Ten recovery codes, told once.")
    @ApiResponse(
            responseCode = "409",
            description = "The account has no second factor.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    RecoveryCodes renewRecoveryCodes(HttpRequest<?> request, SignedIn who) {
        return new RecoveryCodes(factors.renewRecoveryCodes(request, who));
    }

    @ChangesNoContent
    @Post("/abschaltung")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "switchSecondFactorOff", summary = "Ends the own second factor, with password and code.")
    @ApiResponse(responseCode = "204", description = "The account has no second factor any more.")
    @ApiResponse(
            responseCode = "409",
            description = "The account has none, or may not do without one.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts; the header Retry-After says how long to wait.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    void switchOff(HttpRequest<?> request, SignedIn who, @Valid @Body Both both) {
        switchOff.make(request, who, both.password(), both.code());
    }
}
