package de.kreiskonzept.admin.migration;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.http.HttpResponse;
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

/** The migration of all workspaces for programs. */
@Controller("/api/v1/migration")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class MigrationApi {
    private final MigrationProgress progress;

    MigrationApi(MigrationProgress progress) {
        this.progress = progress;
    }

    @Get
    @Operation(operationId = "showMigration", summary = "Says how many workspaces have the tables of this program.")
    MigrationView show() {
        return MigrationView.of(progress.status());
    }

    @Post
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "beginMigration",
            summary = "Begins to bring all workspaces to this version; a migration that is under way goes on.")
    @ApiResponse(
            responseCode = "202",
            description = "The migration goes on in the background.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MigrationView.class)))
    HttpResponse<MigrationView> begin(SignedIn who) {
        return HttpResponse.accepted().body(MigrationView.of(progress.begin(new Actor(who.accountId(), who.name()))));
    }
}
