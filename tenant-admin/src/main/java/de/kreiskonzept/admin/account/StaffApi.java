package de.kreiskonzept.admin.account;

import de.kreiskonzept.admin.operator.OperatorAccount;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.operator.Staff;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Versions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;

/** The accounts of the provider's people and their roles, for programs. */
@Controller("/api/v1/operators")
@Tag(name = "operator")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@AccountRefusals
class StaffApi {
    private final Staff staff;

    StaffApi(Staff staff) {
        this.staff = staff;
    }

    /**
     * The role that an account is to have.
     *
     * @param role operator or support
     */
    @Serdeable
    @Schema(name = "OperatorRole")
    record Role(@NotBlank String role) {}

    @Get
    @Operation(
            operationId = "listOperators",
            summary = "Lists the accounts of the provider's people in the order of their names.")
    @PartOfList
    HttpResponse<List<OperatorAccount>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        return HttpResponse.ok(staff.list(part.offset(), part.size()))
                .header(HttpHeaders.LINK, part.links(request, staff.count()));
    }

    @Get("/{id}")
    @Operation(operationId = "showOperator", summary = "Shows the account of one of the provider's people.")
    @WithVersion
    HttpResponse<OperatorAccount> show(UUID id) {
        return tagged(staff.get(id));
    }

    @Put("/{id}/role")
    @FreshCode
    @Operation(
            operationId = "changeOperatorRole",
            summary = "Gives an account another role, with which its sessions go on; the last operator keeps it.")
    @WithVersion
    @VersionRefusals
    @BodyRefusals
    HttpResponse<OperatorAccount> changeRole(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Role role) {
        var actor = new Actor(who.accountId(), who.name());
        return tagged(staff.changeRole(id, role.role(), Versions.required(headers), actor));
    }

    private static HttpResponse<OperatorAccount> tagged(OperatorAccount account) {
        return HttpResponse.ok(account).header(HttpHeaders.ETAG, Versions.tag(account.version()));
    }
}
