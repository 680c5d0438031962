package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.check.Spot.Place;
import de.kreiskonzept.platform.concept.check.CheckFilter;
import de.kreiskonzept.platform.concept.check.FindingLine;
import de.kreiskonzept.platform.concept.check.Review;
import de.kreiskonzept.platform.concept.check.Reviewed;
import de.kreiskonzept.platform.document.paper.Format;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of checks as files; the address takes the same filters as the page. */
@Hidden
@Controller("/{county}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CheckFiles {
    private final Review review;
    private final Downloads downloads;
    private final Texts texts;

    CheckFiles(Review review, Downloads downloads, Texts texts) {
        this.review = review;
        this.downloads = downloads;
        this.texts = texts;
    }

    @Get("/pruefung.xlsx")
    @Produces(Format.XLSX_TYPE)
    HttpResponse<byte[]> sheet(
            HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.sheet("pruefung", grid(request, version));
    }

    @Get("/pruefung.csv")
    @Produces(SemicolonText.MEDIA_TYPE)
    HttpResponse<byte[]> text(HttpRequest<?> request, @PathVariable String county, @QueryValue @Nullable UUID version) {
        return downloads.text("pruefung", grid(request, version));
    }

    private Grid grid(HttpRequest<?> request, @Nullable UUID version) {
        var filter = CheckFilter.of(request.getParameters().asMap(String.class, String.class));
        var reviewed = review.find(Optional.ofNullable(version)).orElseThrow(Refusal::notFound);
        List<String> head = Stream.of("kind", "section", "number", "words", "detail")
                .map(column -> texts.text(
                        "check.column." + column, reviewed.tree().profile().words()))
                .toList();
        return new Grid(
                texts.text("check.sheet"),
                head,
                reviewed.shown(filter).stream().map(line -> row(reviewed, line)).toList());
    }

    private List<Object> row(Reviewed reviewed, FindingLine line) {
        boolean whole = line.spot().place() == Place.VERSION;
        return List.of(
                reviewed.name(line.kind(), texts),
                line.section(),
                line.spot().number(),
                whole ? texts.text("check.place.version") : line.spot().words(),
                line.detail());
    }
}
