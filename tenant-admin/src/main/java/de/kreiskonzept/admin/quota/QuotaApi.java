package de.kreiskonzept.admin.quota;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** The quota of a county for programs. */
@Controller("/api/v1/tenants/{id}/quota")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class QuotaApi {
    private final Quotas quotas;

    QuotaApi(Quotas quotas) {
        this.quotas = quotas;
    }

    @Get
    @Operation(operationId = "showTenantQuota", summary = "Shows how much a county may use.")
    @WithVersion
    HttpResponse<QuotaView> show(UUID id) {
        return tagged(quotas.get(id));
    }

    @Put
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "agreeTenantQuota",
            summary = "Replaces what was agreed with a county; a field that is null is as for all, 0 is no limit."
                    + " The platform follows within five seconds.")
    @WithVersion
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
