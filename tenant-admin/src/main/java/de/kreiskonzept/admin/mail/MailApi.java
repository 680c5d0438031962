package de.kreiskonzept.admin.mail;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Mail that could not be sent, for programs. */
@Controller("/api/v1")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class MailApi {
    private final Redelivery redelivery;

    MailApi(Redelivery redelivery) {
        this.redelivery = redelivery;
    }

    @Get("/mails")
    @Operation(
            operationId = "listUndeliveredMails",
            summary = "Says how much mail could not be sent, since when and why; never to whom or what.")
    MailView list() {
        return MailView.of(redelivery.look());
    }

    @Post("/mails/retry")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "retryMails", summary = "Makes the mail of the provider due at once that failed.")
    MailView.TriedAgain retry(SignedIn who) {
        return new MailView.TriedAgain(redelivery.tryOwn(actor(who)));
    }

    @Post("/tenants/{id}/mails/retry")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "retryTenantMails", summary = "Makes the mail of a county due at once that failed.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such tenant.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The workspace is in a state in which no mail is sent.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    MailView.TriedAgain retryOfCounty(SignedIn who, UUID id) {
        return new MailView.TriedAgain(redelivery.tryCounty(id, actor(who)));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
