package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/** The product's own workbook for programs. */
@Tag(name = "importing")
@Controller("/api/v1/{county}")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Die Rolle reicht nicht aus")
@Secured(Roles.LEAD)
class ExchangeApi {
    private final TakeOver takeOver;

    ExchangeApi(TakeOver takeOver) {
        this.takeOver = takeOver;
    }

    @Get("/import-template")
    @Produces(SheetWriter.MEDIA_TYPE)
    @Operation(summary = "Leere Vorlage als Arbeitsmappe")
    @ApiResponse(responseCode = "200", description = "Arbeitsmappe")
    @ApiResponse(responseCode = "404", description = "Landkreis gibt es nicht")
    HttpResponse<byte[]> template(@PathVariable String county) {
        return HttpResponse.ok(SheetWriter.write(List.of(), List.of()));
    }

    @Get("/versions/{id}/workbook")
    @Produces(SheetWriter.MEDIA_TYPE)
    @Operation(summary = "Fassung als Arbeitsmappe, die nach dem Bearbeiten als Änderung zurückkommen kann")
    @ApiResponse(
            responseCode = "200",
            description = "Arbeitsmappe mit Kennungen und Versionen in ausgeblendeten Spalten")
    @ApiResponse(responseCode = "404", description = "Landkreis oder Fassung gibt es nicht")
    HttpResponse<byte[]> workbook(@PathVariable String county, @PathVariable UUID id) {
        return HttpResponse.ok(
                SheetWriter.write(takeOver.rows(id).orElseThrow(Refusal::notFound), takeOver.numbers(id)));
    }
}
