package de.kreiskonzept.platform.document;

import de.kreiskonzept.platform.document.paper.Format;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The papers of a version of the concept for programs. */
@Tag(name = "document", description = "Das Konzept als Dokument")
@Controller("/api/v1/{county}/versions/{id}")
@ApiResponse(responseCode = "400", description = "Die Kennung ist keine UUID")
@ApiResponse(responseCode = "401", description = "Nicht angemeldet")
@ApiResponse(responseCode = "403", description = "Der Arbeitsbereich ist gesperrt")
@ApiResponse(responseCode = "404", description = "Landkreis oder Fassung gibt es nicht")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PaperApi {
    private final Papers papers;

    PaperApi(Papers papers) {
        this.papers = papers;
    }

    @Get("/concept.pdf")
    @Format.Pdf
    @Operation(
            summary = "Ganzes Konzept als PDF",
            description = "PDF/UA-1 und PDF/A-3a; Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> conceptPdf(@PathVariable String county, @PathVariable UUID id) {
        return papers.concept(id, Format.PDF);
    }

    @Get("/concept.docx")
    @Format.Docx
    @Operation(summary = "Ganzes Konzept als DOCX", description = "Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> conceptWord(@PathVariable String county, @PathVariable UUID id) {
        return papers.concept(id, Format.DOCX);
    }

    @Get("/annex-2.pdf")
    @Format.Pdf
    @Operation(
            summary = "Anlage 2, die Tabelle der Ziele und Maßnahmen, als PDF",
            description = "PDF/UA-1 und PDF/A-3a; Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> annexPdf(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.PDF);
    }

    @Get("/annex-2.docx")
    @Format.Docx
    @Operation(
            summary = "Anlage 2, die Tabelle der Ziele und Maßnahmen, als DOCX",
            description = "Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> annexWord(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.DOCX);
    }

    @Get("/annex-2.xlsx")
    @Format.Xlsx
    @Operation(
            summary = "Anlage 2, die Tabelle der Ziele und Maßnahmen, als XLSX",
            description = "Content-Disposition nennt den Dateinamen.")
    HttpResponse<byte[]> annexSheet(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.XLSX);
    }
}
