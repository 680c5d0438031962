package de.kreiskonzept.admin.web;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what at the provider, for programs. */
@Controller("/api/v1/audit")
@Secured(Roles.OPERATOR)
@SecurityRequirement(name = "bearer")
@Tag(name = "audit")
@AccountRefusals
class TrailApi {
    private final TrailStore entries;

    TrailApi(TrailStore entries) {
        this.entries = entries;
    }

    @Get
    @Operation(
            operationId = "listAuditEntries",
            summary = "Lists the audit trail of the registry, the newest entry first, in parts.")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list; the header Link leads to the others.",
            headers =
                    @Header(
                            name = "Link",
                            description = "RFC 8288: first, prev, next, last",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "400",
            description = "Page or size out of range.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<List<TrailEntry>> list(
            HttpRequest<?> request,
            @Parameter(
                            description = "Number of the part, from 0, which is meant when missing",
                            schema = @Schema(minimum = "0"))
                    @QueryValue
                    @Nullable
                    Integer page,
            @Parameter(
                            description = "Rows of a part, 50 when missing",
                            schema = @Schema(minimum = "1", maximum = "100"))
                    @QueryValue
                    @Nullable
                    Integer size) {
        var part = ListPart.of(request);
        return HttpResponse.ok(entries.list(part.offset(), part.size()))
                .header(HttpHeaders.LINK, part.links(request, entries.count()));
    }
}
