package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.admin.web.PartOfList;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workspaces out of exported files for programs. */
@Controller(ImportApi.PATH)
@Tag(name = "tenant")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@AccountRefusals
class ImportApi {
    static final String PATH = "/api/v1/imports";
    private static final String ZIP = "application/zip";
    private static final String BYTES = "application/octet-stream";

    private final IncomingFiles files;

    ImportApi(IncomingFiles files) {
        this.files = files;
    }

    @Post
    @Consumes({ZIP, BYTES})
    @FreshCode
    @Operation(
            operationId = "importTenant",
            summary =
                    "Takes an exported file and begins to make a workspace of it, for the county that it names or for another one.")
    @ApiResponse(
            responseCode = "202",
            description = "The file is whole; the workspace is made in the background. Location names where to look.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "The request cannot be read.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The county has a workspace or an open request.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The file is larger than this installation takes.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "415",
            description = "The file is sent neither as ZIP nor as bytes.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The file is incomplete, changed or from a newer program, or there is no such county.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<ImportView> send(
            SignedIn who,
            @Nullable @QueryValue String ags,
            @RequestBody(
                            required = true,
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
                    @Body
                    InputStream body)
            throws IOException {
        var actor = new Actor(who.accountId(), who.name());
        var begun = files.take(body, ags, actor);
        return HttpResponse.<ImportView>accepted(URI.create(PATH + "/" + begun.id()))
                .body(ImportView.of(begun));
    }

    @Get
    @Operation(
            operationId = "listImports",
            summary = "Lists the files that came within a day or are being worked at, the one that came last first.")
    @PartOfList
    HttpResponse<List<ImportView>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        var views = files.list(part.offset(), part.size()).stream()
                .map(ImportView::of)
                .toList();
        return HttpResponse.ok(views).header(HttpHeaders.LINK, part.links(request, files.count()));
    }

    @Get("/{id}")
    @Operation(operationId = "showImport", summary = "Shows how far a workspace is made of an exported file.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such file.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    ImportView show(UUID id) {
        return ImportView.of(files.get(id));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "discardImport", summary = "Throws a file away of which no workspace is being made.")
    @ApiResponse(responseCode = "204", description = "The file is gone.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such file.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A workspace is being made of it.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    void discard(SignedIn who, UUID id) throws IOException {
        files.discard(id, new Actor(who.accountId(), who.name()));
    }
}
