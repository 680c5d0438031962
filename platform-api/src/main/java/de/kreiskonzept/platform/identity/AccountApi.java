package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.InvalidFields;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts of the county, for its admin's programs. */
@Controller("/api/v1/{county}/konten")
@Secured(Roles.ADMIN)
@Tag(name = "identity")
@AdminRefusals
@ApiResponse(
        responseCode = "404",
        description = "No such county or account for this token.",
        content = @Content(schema = @Schema(implementation = Problem.class)))
class AccountApi {
    private final Accounts accounts;
    private final AccountStore store;
    private final Texts texts;

    AccountApi(Accounts accounts, AccountStore store, Texts texts) {
        this.accounts = accounts;
        this.store = store;
        this.texts = texts;
    }

    /** A new account. */
    @Serdeable
    @Schema(name = "AccountInvitation")
    record Invitation(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 20) String role) {}

    /**
     * A change of an account; what is null stays.
     *
     * @param role one of the five roles
     * @param state active or suspended
     */
    @Serdeable
    @Schema(name = "AccountChange")
    record Change(
            @Nullable @Size(max = 20) String role,
            @Nullable @Size(max = 20) String state) {}

    @Get
    @Operation(summary = "Lists the accounts by name, in parts.")
    @ApiResponse(responseCode = "200", description = "A part of the list; the header Link names the others.")
    HttpResponse<List<AccountView>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        var views = store.list(part.offset(), part.size()).stream()
                .map(AccountView::of)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, store.count()));
    }

    @Get("/{id}")
    @Operation(summary = "Shows an account.")
    @ApiResponse(responseCode = "200", description = "The account; the header ETag holds its version.")
    HttpResponse<AccountView> get(UUID id) {
        return answer(store.get(id));
    }

    @Post
    @Operation(summary = "Creates an account and mails its holder an invitation.")
    @ApiResponse(responseCode = "201", description = "The account waits for its holder to accept.")
    @ApiResponse(
            responseCode = "409",
            description = "There is an account with this e-mail.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<AccountView> invite(HttpRequest<?> request, @Valid @Body Invitation invitation, SignedIn who) {
        var form = new AccountForm(invitation.email(), invitation.name(), invitation.role());
        InvalidFields.check(form.errors(texts));
        var account = accounts.invite(form, who);
        return answer(account).status(201).header(HttpHeaders.LOCATION, location(request, account));
    }

    @Patch("/{id}")
    @FreshCode
    @Operation(summary = "Changes role or state of an account, with a fresh code; felt within five seconds.")
    @ApiResponse(responseCode = "200", description = "The changed account.")
    @ApiResponse(
            responseCode = "409",
            description = "The county would lose its last active admin, or the state does not fit.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "The account was changed since it was read.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "428",
            description = "The header If-Match is missing.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<AccountView> change(HttpHeaders headers, UUID id, @Valid @Body Change change, SignedIn who) {
        return answer(accounts.change(id, change.role(), change.state(), Versions.required(headers), who));
    }

    private static MutableHttpResponse<AccountView> answer(Account account) {
        return HttpResponse.ok(AccountView.of(account)).header(HttpHeaders.ETAG, Versions.tag(account.version()));
    }

    private static String location(HttpRequest<?> request, Account account) {
        return URI.create(request.getPath()).getRawPath() + "/" + account.id();
    }
}
