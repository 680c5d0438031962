package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import de.kreiskonzept.model.resolution.AttachmentKind;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.paper.Format;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A paper as a file, and what was sent with it. */
@Hidden
@Controller("/{county}/vorlagen/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PaperFiles {
    private final CouncilPapers papers;
    private final PaperPrint print;

    PaperFiles(CouncilPapers papers, PaperPrint print) {
        this.papers = papers;
        this.print = print;
    }

    @Get("/vorlage.pdf")
    @Format.Pdf
    HttpResponse<byte[]> pdf(
            @PathVariable String county, @PathVariable UUID id, SignedIn who, @Nullable @QueryValue Integer fassung) {
        return print.answer(papers.read(id, fassung, who), Format.PDF);
    }

    @Get("/vorlage.docx")
    @Format.Docx
    HttpResponse<byte[]> word(
            @PathVariable String county, @PathVariable UUID id, SignedIn who, @Nullable @QueryValue Integer fassung) {
        return print.answer(papers.read(id, fassung, who), Format.DOCX);
    }

    @Get("/anlagen/{file}.{ending}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> attachment(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @PathVariable String ending,
            SignedIn who) {
        Attachment.Sent sent = papers.file(id, file, who);
        if (!sent.format().equals(ending)) {
            throw Refusal.notFound();
        }
        boolean own = sent.kind() == AttachmentKind.OWN;
        String type = own ? EvidenceKind.of(kind(sent.format())).mediaType() : Format.PDF_TYPE;
        String stem = own ? sent.name().replaceAll("\\.[^.]*$", "") : sent.name();
        return HttpResponse.ok(sent.content())
                .contentType(MediaType.of(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(List.of(stem), sent.format()).disposition());
    }

    private static String kind(String suffix) {
        return suffix.equals("jpg") ? EvidenceKind.JPEG.text() : suffix;
    }
}
