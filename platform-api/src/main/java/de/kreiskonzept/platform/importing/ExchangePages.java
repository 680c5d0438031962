package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The product's own workbook to download: empty to fill in, or with the current concept to edit and bring back. */
@Hidden
@Controller("/{county}/konzept/excel")
@Secured(Roles.LEAD)
class ExchangePages {
    private final TakeOver takeOver;
    private final Concepts concepts;

    ExchangePages(TakeOver takeOver, Concepts concepts) {
        this.takeOver = takeOver;
        this.concepts = concepts;
    }

    @Get("/vorlage.xlsx")
    @Produces(SheetWriter.MEDIA_TYPE)
    HttpResponse<byte[]> template(@PathVariable String county) {
        return file("vorlage-" + county, SheetWriter.write(List.of(), List.of()));
    }

    @Get("/bearbeiten.xlsx")
    @Produces(SheetWriter.MEDIA_TYPE)
    HttpResponse<byte[]> edit(@PathVariable String county, @QueryValue @Nullable UUID version) {
        UUID id = Optional.ofNullable(version)
                .or(() -> concepts.findCurrentVersion().map(ConceptVersion::id))
                .orElseThrow(Refusal::notFound);
        return file(
                "konzept-" + county,
                SheetWriter.write(takeOver.rows(id).orElseThrow(Refusal::notFound), takeOver.numbers(id)));
    }

    private static HttpResponse<byte[]> file(String name, byte[] content) {
        return HttpResponse.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.xlsx\"".formatted(name));
    }
}
