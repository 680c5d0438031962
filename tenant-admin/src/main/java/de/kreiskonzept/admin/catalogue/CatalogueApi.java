package de.kreiskonzept.admin.catalogue;

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
import java.util.List;

/** The versions of the catalogue for programs. */
@Controller("/api/v1/catalogue-versions")
@Tag(name = "tenant")
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@SecurityRequirement(name = "bearer")
@AccountRefusals
class CatalogueApi {
    private final Releases releases;

    CatalogueApi(Releases releases) {
        this.releases = releases;
    }

    @Get
    @Operation(
            operationId = "listCatalogueVersions",
            summary = "Lists the versions of the catalogue of fields, questions and templates, the latest first.")
    List<ReleaseView> list() {
        return views(releases.list());
    }

    @Post("/{number}/publish")
    @Secured(Roles.OPERATOR)
    @Operation(operationId = "publishCatalogueVersion", summary = "Offers a version to all counties.")
    @ApiResponse(
            responseCode = "404",
            description = "This program brings no such version.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The first version is always there.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    List<ReleaseView> publish(SignedIn who, int number) {
        return views(releases.publish(number, actor(who)));
    }

    @Post("/{number}/hold")
    @Secured(Roles.OPERATOR)
    @Operation(
            operationId = "holdCatalogueVersion",
            summary = "Offers a version to nobody any more; counties that have taken it keep it.")
    @ApiResponse(
            responseCode = "404",
            description = "This program brings no such version.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The first version is always there.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    List<ReleaseView> hold(SignedIn who, int number) {
        return views(releases.hold(number, actor(who)));
    }

    private static List<ReleaseView> views(List<Release> all) {
        return all.stream().map(ReleaseView::of).toList();
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
