package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.AccountRefusals;
import de.kreiskonzept.foundation.web.problem.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The certificate of a deletion, for people as PDF and for programs as JSON, on the console and by REST. */
@Controller
@AccountRefusals
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class CertificateRoutes {
    private final Certificates certificates;
    private final Tenants tenants;

    CertificateRoutes(Certificates certificates, Tenants tenants) {
        this.certificates = certificates;
        this.tenants = tenants;
    }

    @Hidden
    @Get("/arbeitsbereiche/{id}/loeschung/nachweis.pdf")
    @Produces(MediaType.APPLICATION_PDF)
    HttpResponse<byte[]> page(UUID id) {
        return file(id);
    }

    @Hidden
    @Get("/arbeitsbereiche/{id}/loeschung/nachweis.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<Certificate> data(UUID id) {
        return named(id, certificates.get(id), "json");
    }

    @Get("/api/v1/tenants/{id}/deletion/certificate.pdf")
    @Produces(MediaType.APPLICATION_PDF)
    @Tag(name = "deletion")
    @SecurityRequirement(name = "bearer")
    @Operation(operationId = "deletionCertificatePdf", summary = "The certificate of a deletion as PDF/UA.")
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such tenant, or its data are not deleted.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    HttpResponse<byte[]> program(UUID id) {
        return file(id);
    }

    @Get("/api/v1/tenants/{id}/deletion/certificate")
    @Tag(name = "deletion")
    @SecurityRequirement(name = "bearer")
    @Operation(
            operationId = "deletionCertificate",
            summary = "The certificate of a deletion: tables with their rows, who, when, and what was settled before.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such tenant, or its data are not deleted.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    Certificate show(UUID id) {
        return certificates.get(id);
    }

    private HttpResponse<byte[]> file(UUID id) {
        return named(id, certificates.pdf(id), "pdf");
    }

    private <T> HttpResponse<T> named(UUID id, T content, String ending) {
        var name = "loeschnachweis-" + tenants.get(id).slug() + "." + ending;
        return HttpResponse.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
