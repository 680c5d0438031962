package de.kreiskonzept.admin.web;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Who did what at the provider, for programs. */
@Controller("/api/v1/protokoll")
@Secured(Roles.OPERATOR)
@Tag(name = "audit")
class TrailApi {
    private final TrailStore entries;

    TrailApi(TrailStore entries) {
        this.entries = entries;
    }

    @Get
    @Operation(summary = "Lists the audit trail of the registry, the newest entry first, in parts.")
    @ApiResponse(responseCode = "200", description = "A part of the list; the header Link names the others.")
    @ApiResponse(
            responseCode = "401",
            description = "No valid token.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description = "The role is not operator.",
            content = @Content(schema = @Schema(implementation = Problem.class)))
    HttpResponse<List<TrailEntry>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        return HttpResponse.ok(entries.list(part.offset(), part.size()))
                .header(HttpHeaders.LINK, part.links(request, entries.count()));
    }
}
