package de.kreiskonzept.platform.document.report;

import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Ampel document of a Stand for programs. */
@Tag(name = "document")
@Controller("/api/v1/{county}/stands/{id}")
@ApiResponse(responseCode = "400", description = "Die Kennung ist keine UUID")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Der Arbeitsbereich ist gesperrt")
@ApiResponse(responseCode = "404", description = "Landkreis oder Stand gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportApi {
    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    @Get("/report.pdf")
    @Format.Pdf
    @Operation(
            summary = "Ampeldokument als PDF",
            description = "PDF/UA-1 und PDF/A-3a; Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> reportPdf(
            @PathVariable String county,
            @PathVariable UUID id,
            @Parameter(description = "kurz (Vorgabe) oder lang: mit jeder Maßnahme") @Nullable @QueryValue
                    String umfang) {
        return file(id, umfang, Format.PDF);
    }

    @Get("/report.docx")
    @Format.Docx
    @Operation(summary = "Ampeldokument als DOCX", description = "Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> reportWord(
            @PathVariable String county,
            @PathVariable UUID id,
            @Parameter(description = "kurz (Vorgabe) oder lang: mit jeder Maßnahme") @Nullable @QueryValue
                    String umfang) {
        return file(id, umfang, Format.DOCX);
    }

    @Get("/report.xlsx")
    @Format.Xlsx
    @Operation(
            summary = "Zahlen, Maßnahmen und Texte des Ampeldokuments als XLSX",
            description = "Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> reportSheet(@PathVariable String county, @PathVariable UUID id) {
        return file(id, null, Format.XLSX);
    }

    private HttpResponse<byte[]> file(UUID id, @Nullable String umfang, Format format) {
        Book book = reports.book(id);
        Extent extent = Extent.of(umfang == null ? "" : umfang);
        return reports.answer(book, extent, format, reports.print(book, extent, format));
    }
}
