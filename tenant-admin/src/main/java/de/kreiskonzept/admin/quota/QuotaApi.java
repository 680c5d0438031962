package de.kreiskonzept.admin.quota;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** The quota of a county for programs. */
@Controller("/api/v1/tenants/{id}/quota")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@ApiResponse(
        responseCode = "404",
        description = "There is no such tenant.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@AccountRefusals
class QuotaApi {
    private final Quotas quotas;

    QuotaApi(Quotas quotas) {
        this.quotas = quotas;
    }

    @Get
    @Operation(operationId = "showTenantQuota", summary = "Shows how much a county may use.")
    @ApiResponse(
            responseCode = "200",
            description = "What was agreed and what holds; the header ETag carries its version.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Version of the quota, for If-Match",
                            schema = @Schema(type = "string")))
    HttpResponse<QuotaView> show(UUID id) {
        return tagged(quotas.get(id));
    }

    @Put
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "agreeTenantQuota",
            summary = "Replaces what was agreed with a county; a field that is null is as for all, 0 is no limit.")
    @ApiResponse(
            responseCode = "200",
            description = "The quota as it is now; the platform follows within five seconds.",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Version of the quota, for If-Match",
                            schema = @Schema(type = "string")))
    @BodyRefusals
    @VersionRefusals
    HttpResponse<QuotaView> agree(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body QuotaView.Limits limits) {
        var actor = new Actor(who.accountId(), who.name());
        return tagged(quotas.agree(id, limits.own(), Versions.required(headers), actor));
    }

    private static HttpResponse<QuotaView> tagged(Agreed agreed) {
        return HttpResponse.ok(QuotaView.of(agreed)).header(HttpHeaders.ETAG, Versions.tag(agreed.version()));
    }
}
