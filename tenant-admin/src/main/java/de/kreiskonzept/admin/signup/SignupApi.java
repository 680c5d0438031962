package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.admin.web.WithVersion;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Versions;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of counties for programs. */
@Controller("/api/v1/signups")
@Tag(name = "signup")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class SignupApi {
    private final Signups signups;
    private final Decision decision;

    SignupApi(Signups signups, Decision decision) {
        this.signups = signups;
        this.decision = decision;
    }

    /** Why a request is rejected; German, the county reads it. */
    @Serdeable
    @Schema(name = "Rejection")
    record Rejection(
            @NotBlank @Size(max = Decision.LONGEST_REASON) String reason) {}

    @Get
    @Operation(operationId = "listSignups", summary = "Lists the requests of counties, the latest first.")
    @PartOfList
    HttpResponse<List<SignupView>> list(HttpRequest<?> request, @QueryValue @Nullable String state) {
        var part = ListPart.of(request);
        var wanted = state == null ? null : state(state);
        var views = signups.list(wanted, part.offset(), part.size()).stream()
                .map(SignupView::of)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, signups.count(wanted)));
    }

    @Get("/{id}")
    @Operation(operationId = "showSignup", summary = "Shows the request of a county.")
    @WithVersion
    HttpResponse<SignupView> show(UUID id) {
        return tagged(signups.get(id));
    }

    @Post("/{id}/approve")
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "approveSignup",
            summary = "Approves a request, whereupon its workspace is built; doing it again changes nothing.")
    @WithVersion
    @VersionRefusals
    HttpResponse<SignupView> approve(HttpHeaders headers, SignedIn who, UUID id) {
        var version = Versions.required(headers);
        return tagged(decision.approve(id, version, new Actor(who.accountId(), who.name())));
    }

    @Post("/{id}/reject")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "rejectSignup", summary = "Rejects a request and tells the county the reason.")
    @WithVersion
    @VersionRefusals
    @BodyRefusals
    HttpResponse<SignupView> reject(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Rejection rejection) {
        var version = Versions.required(headers);
        return tagged(decision.reject(id, version, rejection.reason(), new Actor(who.accountId(), who.name())));
    }

    private static HttpResponse<SignupView> tagged(Signup signup) {
        return HttpResponse.ok(SignupView.of(signup)).header(HttpHeaders.ETAG, Versions.tag(signup.version()));
    }

    private static SignupState state(String text) {
        try {
            return SignupState.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "signup.list.unknownState");
        }
    }
}
