package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The changes of state of a workspace for programs. */
@Controller("/api/v1/tenants")
@Tag(name = "tenant")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@AccountRefusals
class TransitionApi {
    private final Transition transition;

    TransitionApi(Transition transition) {
        this.transition = transition;
    }

    /** Why the state changes; German. */
    @Serdeable
    @Schema(name = "Reason")
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @Post("/{id}/suspend")
    @FreshCode
    @Operation(operationId = "suspendTenant", summary = "Shuts a workspace for a time.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> suspend(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.SUSPEND, headers, who, id, reason);
    }

    @Post("/{id}/resume")
    @Operation(operationId = "resumeTenant", summary = "Opens a suspended workspace again, in the state it had before.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> resume(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.RESUME, headers, who, id, reason);
    }

    @Post("/{id}/close")
    @Operation(operationId = "closeTenant", summary = "Lets the people of a workspace read only.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> close(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.CLOSE, headers, who, id, reason);
    }

    @Post("/{id}/reopen")
    @Operation(operationId = "reopenTenant", summary = "Lets the people of a read-only workspace write again.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> reopen(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.REOPEN, headers, who, id, reason);
    }

    @Post("/{id}/archive")
    @FreshCode
    @Operation(operationId = "archiveTenant", summary = "Ends the use of a workspace; its content is kept.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> archive(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.ARCHIVE, headers, who, id, reason);
    }

    @Post("/{id}/unarchive")
    @Operation(operationId = "unarchiveTenant", summary = "Lets the people of an archived workspace read it again.")
    @WithVersion
    @BodyRefusals
    @VersionRefusals
    HttpResponse<TenantView> unarchive(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Reason reason) {
        return make(TenantAction.UNARCHIVE, headers, who, id, reason);
    }

    private HttpResponse<TenantView> make(
            TenantAction action, HttpHeaders headers, SignedIn who, UUID id, Reason reason) {
        var actor = new Actor(who.accountId(), who.name());
        var tenant = transition.make(action, id, Versions.required(headers), reason.reason(), actor);
        return HttpResponse.ok(TenantView.of(tenant)).header(HttpHeaders.ETAG, Versions.tag(tenant.version()));
    }
}
