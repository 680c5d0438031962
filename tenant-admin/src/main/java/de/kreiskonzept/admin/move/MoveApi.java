package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.BodyRefusals;
import de.kreiskonzept.admin.web.VersionRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;

/** The move of a county to another database for programs. */
@Controller("/api/v1/tenants/{id}/move")
@Tag(name = "tenant")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@ApiResponse(
        responseCode = "404",
        description = "There is no such tenant, or it was never moved.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@AccountRefusals
class MoveApi {
    private final Moves moves;

    MoveApi(Moves moves) {
        this.moves = moves;
    }

    /**
     * The wish to bring a county elsewhere.
     *
     * @param slug of the county, as a confirmation
     * @param to name of the data source
     */
    @Serdeable
    @Schema(name = "MoveWish")
    record Wish(@NotBlank String slug, @NotBlank String to) {}

    @Get
    @Secured({Roles.OPERATOR, Roles.SUPPORT})
    @Operation(operationId = "showMove", summary = "Shows the move that was begun last and how far it is.")
    MoveView show(UUID id) {
        return MoveView.of(moves.get(id));
    }

    @Post
    @FreshCode
    @Operation(
            operationId = "beginMove",
            summary = "Plans to bring a county to another database; it can be read and not changed from its turn on."
                    + " If-Match is the version of the tenant.")
    @ApiResponse(
            responseCode = "202",
            description = "A console takes the move up in the background, as soon as it is its turn.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MoveView.class)))
    @BodyRefusals
    @VersionRefusals
    HttpResponse<MoveView> begin(HttpHeaders headers, SignedIn who, UUID id, @Valid @Body Wish wish) {
        var begun = moves.begin(id, Versions.required(headers), new Moves.Wish(wish.slug(), wish.to()), actor(who));
        return HttpResponse.accepted().body(MoveView.of(begun));
    }

    @Post("/cancel")
    @Operation(
            operationId = "cancelMove",
            summary = "Calls a move off before the county is at the new place; it comes back to the state that it had.")
    @ApiResponse(
            responseCode = "202",
            description = "The move ends, or the county is being taken back where it was taken up.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MoveView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "No move is under way, or the county is at the new place already.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<MoveView> cancel(SignedIn who, UUID id) {
        return HttpResponse.accepted().body(MoveView.of(moves.cancel(id, actor(who))));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
