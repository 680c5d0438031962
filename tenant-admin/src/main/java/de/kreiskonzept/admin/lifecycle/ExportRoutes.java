package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.transfer.Manifest;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** All that a county has stored as one file, for operators on the console and for programs. */
@Controller
@AccountRefusals
@Secured(Roles.OPERATOR)
@FreshCode
class ExportRoutes {
    private static final MediaType ZIP = MediaType.of("application/zip");

    private final Export export;

    ExportRoutes(Export export) {
        this.export = export;
    }

    @Hidden
    @Get("/arbeitsbereiche/{id}/export")
    @Produces(MediaType.ALL)
    StreamedFile page(SignedIn who, UUID id) throws IOException, SQLException {
        return file(who, id);
    }

    @Get("/api/v1/tenants/{id}/export")
    @Produces("application/zip")
    @Tag(name = "tenant")
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "exportTenant",
            summary =
                    "Writes all that a county has stored into one ZIP file: a manifest, and JSON lines for each table.")
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such tenant.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The state does not allow it.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    StreamedFile program(SignedIn who, UUID id) throws IOException, SQLException {
        return file(who, id);
    }

    /** Whole before its first byte is sent, so that a failure is told as one. */
    private StreamedFile file(SignedIn who, UUID id) throws IOException, SQLException {
        var tenant = export.check(id);
        Path whole = Files.createTempFile("kreiskonzept-export", ".zip");
        try {
            var manifest = write(id, whole, new Actor(who.accountId(), who.name()));
            var size = Files.size(whole);
            return new StreamedFile(
                            Files.newInputStream(whole, StandardOpenOption.DELETE_ON_CLOSE),
                            ZIP,
                            Instant.parse(manifest.exportedAt()).toEpochMilli(),
                            size)
                    .attach(tenant.slug() + ".zip");
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(whole);
            throw e;
        }
    }

    private Manifest write(UUID id, Path whole, Actor actor) throws IOException, SQLException {
        try (var out = Files.newOutputStream(whole)) {
            return export.write(id, out, actor);
        }
    }
}
