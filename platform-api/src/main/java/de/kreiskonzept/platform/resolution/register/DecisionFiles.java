package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.document.Downloads;
import de.kreiskonzept.platform.document.SemicolonText;
import de.kreiskonzept.platform.document.paper.Format;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/** The register as files, with the filter of the page: tables for reckoning, a report for a committee. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionFiles {
    private static final String NAME = "beschluesse";

    private final Decisions decisions;
    private final RegisterTable table;
    private final Downloads downloads;

    DecisionFiles(Decisions decisions, RegisterTable table, Downloads downloads) {
        this.decisions = decisions;
        this.table = table;
        this.downloads = downloads;
    }

    @Get("/beschluesse.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(HttpRequest<?> request, @PathVariable String county, SignedIn who) {
        return downloads.sheet(NAME, table.grid(found(request, who)));
    }

    @Get("/beschluesse.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(HttpRequest<?> request, @PathVariable String county, SignedIn who) {
        return downloads.text(NAME, table.grid(found(request, who)));
    }

    @Get("/beschluesse.pdf")
    @Format.Pdf
    HttpResponse<byte[]> pdf(HttpRequest<?> request, @PathVariable String county, SignedIn who) {
        return table.print(found(request, who), Format.PDF);
    }

    @Get("/beschluesse.docx")
    @Format.Docx
    HttpResponse<byte[]> word(HttpRequest<?> request, @PathVariable String county, SignedIn who) {
        return table.print(found(request, who), Format.DOCX);
    }

    private List<RegisterLine> found(HttpRequest<?> request, SignedIn who) {
        var filter = DecisionFilter.of(request.getParameters().asMap(String.class, String.class));
        return decisions.list(filter, who, DecisionStore.Part.ALL).lines();
    }
}
