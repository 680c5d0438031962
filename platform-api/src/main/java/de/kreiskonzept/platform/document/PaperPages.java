package de.kreiskonzept.platform.document;

import de.kreiskonzept.platform.document.paper.Format;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** The papers of a version of the concept, to be taken away from its page. */
@Hidden
@Controller("/{county}/konzept/fassung/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PaperPages {
    private final Papers papers;

    PaperPages(Papers papers) {
        this.papers = papers;
    }

    @Get("/konzept.pdf")
    @Format.Pdf
    HttpResponse<byte[]> conceptPdf(@PathVariable String county, @PathVariable UUID id) {
        return papers.concept(id, Format.PDF);
    }

    @Get("/konzept.docx")
    @Format.Docx
    HttpResponse<byte[]> conceptWord(@PathVariable String county, @PathVariable UUID id) {
        return papers.concept(id, Format.DOCX);
    }

    @Get("/anlage-2.pdf")
    @Format.Pdf
    HttpResponse<byte[]> annexPdf(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.PDF);
    }

    @Get("/anlage-2.docx")
    @Format.Docx
    HttpResponse<byte[]> annexWord(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.DOCX);
    }

    @Get("/anlage-2.xlsx")
    @Format.Xlsx
    HttpResponse<byte[]> annexSheet(@PathVariable String county, @PathVariable UUID id) {
        return papers.annex(id, Format.XLSX);
    }
}
