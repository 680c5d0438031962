package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Invitation;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantFilter;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces for programs. */
@Controller("/api/v1/tenants")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class TenantApi {
    private final Tenants tenants;
    private final Progress progress;
    private final Invitation invitation;
    private final Entry entry;
    private final WorkspaceFacts facts;

    TenantApi(Tenants tenants, Progress progress, Invitation invitation, Entry entry, WorkspaceFacts facts) {
        this.tenants = tenants;
        this.progress = progress;
        this.invitation = invitation;
        this.entry = entry;
        this.facts = facts;
    }

    @Get
    @Operation(
            operationId = "listTenants",
            summary = "Lists the tenants by name; deleted ones only when asked for by state.")
    @PartOfList
    HttpResponse<List<TenantView>> list(
            HttpRequest<?> request, @QueryValue @Nullable String search, @QueryValue @Nullable String state) {
        var part = ListPart.of(request);
        var filter = filter(search == null ? "" : search, state == null ? "" : state);
        var views = tenants.list(filter, part.offset(), part.size()).stream()
                .map(TenantView::of)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, tenants.count(filter)));
    }

    @Post
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "createTenant",
            summary =
                    "Enters a county and builds its workspace; the header Idempotency-Key makes a repetition harmless.",
            parameters =
                    @Parameter(
                            name = "Idempotency-Key",
                            in = ParameterIn.HEADER,
                            description =
                                    "Made up by the sender; the same one with the same request gives the same tenant",
                            schema = @Schema(type = "string", maxLength = 200)))
    @ApiResponse(
            responseCode = "201",
            description = "The county is entered; its workspace is being built.",
            headers = {
                @Header(name = "Location", description = "Path of the tenant", schema = @Schema(type = "string")),
                @Header(
                        name = "ETag",
                        description = "Version of the tenant, for If-Match",
                        schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The county has a workspace or an open request.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Unknown county, or the Idempotency-Key came with another request before.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @BodyRefusals
    HttpResponse<TenantView> create(HttpRequest<?> request, SignedIn who, @Valid @Body Entry.Form form) {
        var id = entry.enter(form, request.getHeaders().get("Idempotency-Key"), actor(who));
        return tagged(HttpStatus.CREATED, tenants.get(id)).header(HttpHeaders.LOCATION, "/api/v1/tenants/" + id);
    }

    @Get("/{id}")
    @Operation(operationId = "showTenant", summary = "Shows a tenant with its history and how far it is built.")
    @WithVersion
    HttpResponse<TenantDetailView> show(UUID id) {
        var tenant = tenants.get(id);
        return HttpResponse.ok(facts.view(tenant)).header(HttpHeaders.ETAG, Versions.tag(tenant.version()));
    }

    @Post("/{id}/retry")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "retryTenant", summary = "Goes on with a building that has failed.")
    @WithVersion
    @ApiResponse(
            responseCode = "409",
            description = "The building has not failed.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<TenantView> retry(SignedIn who, UUID id) {
        return tagged(HttpStatus.OK, progress.retry(id, actor(who)));
    }

    @Post("/{id}/invitation")
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "inviteTenant",
            summary = "Invites the first administrator of a county once more; the earlier link ends.")
    @WithVersion
    @ApiResponse(
            responseCode = "409",
            description = "The workspace is not in use, or its first administrator has set a password.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<TenantView> invite(SignedIn who, UUID id) {
        return tagged(HttpStatus.OK, invitation.renew(id, actor(who)));
    }

    /** Reads a filter as people and programs write it. */
    static TenantFilter filter(String search, String state) {
        if (search.length() > 100 || search.indexOf('\0') >= 0) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "lifecycle.list.search.shape");
        }
        try {
            return new TenantFilter(search.strip(), state.isEmpty() ? null : TenantState.of(state));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "lifecycle.list.unknownState");
        }
    }

    private static io.micronaut.http.MutableHttpResponse<TenantView> tagged(HttpStatus status, Tenant tenant) {
        return HttpResponse.<TenantView>status(status)
                .body(TenantView.of(tenant))
                .header(HttpHeaders.ETAG, Versions.tag(tenant.version()));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
