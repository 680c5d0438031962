package de.kreiskonzept.platform.document;

import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.monitoring.AmpelFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ampel and measures as files; the address takes the same filters as the page. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ExportPages {
    private final Exports exports;
    private final Downloads downloads;

    ExportPages(Exports exports, Downloads downloads) {
        this.exports = exports;
        this.downloads = downloads;
    }

    @Get("/ampel.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> ampelSheet(
            @PathVariable String county, @QueryValue @Nullable String kind, @QueryValue @Nullable String section) {
        return downloads.sheet("ampel", exports.ampel(AmpelFilter.of(kind, section)));
    }

    @Get("/ampel.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> ampelText(
            @PathVariable String county, @QueryValue @Nullable String kind, @QueryValue @Nullable String section) {
        return downloads.text("ampel", exports.ampel(AmpelFilter.of(kind, section)));
    }

    @Get("/massnahmen.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> measureSheet(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.sheet("massnahmen", measures(request, version));
    }

    @Get("/massnahmen.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> measureText(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.text("massnahmen", measures(request, version));
    }

    private Grid measures(HttpRequest<?> request, @Nullable UUID version) {
        var filter = MeasureFilter.of(request.getParameters().asMap(String.class, String.class));
        return exports.measures(Optional.ofNullable(version), filter);
    }
}
