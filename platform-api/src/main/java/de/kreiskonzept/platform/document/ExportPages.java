package de.kreiskonzept.platform.document;

import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.monitoring.AmpelFilter;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ampel and measures as files; the address takes the same filters as the page. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ExportPages {
    private final Exports exports;
    private final CurrentWorkspace current;
    private final Clock clock;

    ExportPages(Exports exports, CurrentWorkspace current, Clock clock) {
        this.exports = exports;
        this.current = current;
        this.clock = clock;
    }

    @Get("/ampel.xlsx")
    @Produces(Spreadsheet.MEDIA_TYPE)
    HttpResponse<byte[]> ampelSheet(
            @PathVariable String county, @QueryValue @Nullable String kind, @QueryValue @Nullable String section) {
        Grid grid = exports.ampel(AmpelFilter.of(kind, section));
        return file("ampel", "xlsx", Spreadsheet.write(List.of(grid)));
    }

    @Get("/ampel.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> ampelText(
            @PathVariable String county, @QueryValue @Nullable String kind, @QueryValue @Nullable String section) {
        return file("ampel", "csv", SemicolonText.write(exports.ampel(AmpelFilter.of(kind, section))));
    }

    @Get("/massnahmen.xlsx")
    @Produces(Spreadsheet.MEDIA_TYPE)
    HttpResponse<byte[]> measureSheet(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return file("massnahmen", "xlsx", Spreadsheet.write(List.of(measures(request, version))));
    }

    @Get("/massnahmen.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> measureText(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return file("massnahmen", "csv", SemicolonText.write(measures(request, version)));
    }

    private Grid measures(HttpRequest<?> request, @Nullable UUID version) {
        var filter = MeasureFilter.of(request.getParameters().asMap(String.class, String.class));
        return exports.measures(Optional.ofNullable(version), filter);
    }

    private HttpResponse<byte[]> file(String name, String ending, byte[] content) {
        String file = "%s-%s-%s.%s".formatted(name, current.get().slug(), LocalDate.now(clock), ending);
        String type = ending.equals("csv") ? SemicolonText.MEDIA_TYPE : Spreadsheet.MEDIA_TYPE;
        return HttpResponse.ok(content)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
