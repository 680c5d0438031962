package de.kreiskonzept.admin.web;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.web.ListPart;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

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
    @PartOfList
    HttpResponse<List<TrailEntry>> list(HttpRequest<?> request) {
        var part = ListPart.of(request);
        return HttpResponse.ok(entries.list(part.offset(), part.size()))
                .header(HttpHeaders.LINK, part.links(request, entries.count()));
    }
}
