package de.kreiskonzept.platform.search;

import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search for programs. */
@Tag(name = "search")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class SearchApi {
    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * A hit as programs read it.
     *
     * @param kind section, goal, measure, text, indicator or figure
     * @param sectionId section it stands in; null for a text or figure of the version as a whole
     * @param trail names of the sections it stands in, the top one first
     * @param title plain text
     * @param excerpt plain text around the first hit; may be empty
     * @param words the words of title and excerpt that were hit, as they stand there
     */
    @Serdeable
    @Schema(name = "SearchHit")
    record HitView(
            String kind,
            String id,
            String versionId,
            @Nullable String sectionId,
            List<String> trail,
            String number,
            String title,
            String excerpt,
            List<String> words) {
        static HitView of(SearchHit hit) {
            return new HitView(
                    hit.kind().text(),
                    hit.id().toString(),
                    hit.version().id().toString(),
                    Answers.text(hit.sectionId()),
                    hit.trail(),
                    hit.number(),
                    hit.title().text(),
                    hit.excerpt().text(),
                    hit.words());
        }
    }

    @Get("/search")
    @Operation(
            summary = "Suche im Konzept, die besten Treffer zuerst",
            description = "Gefunden wird, was alle Wörter enthält, auch gebeugt, als Wortanfang oder ab vier Buchstaben"
                    + " mitten im Wort. Ohne version wird in der Fassung in Arbeit und in allen geltenden gesucht."
                    + " Ohne Wörter ist die Liste leer.")
    @Operations.Listing
    HttpResponse<List<HitView>> search(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @QueryValue @Nullable @Parameter(description = "Gesuchte Wörter; die ersten 10 zählen") String q,
            @QueryValue @Nullable @Parameter(description = "Nur in dieser Fassung") UUID version,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "Nur diese Art: section, goal, measure, text, indicator oder figure; eine"
                                    + " unbekannte zählt nicht")
                    String kind) {
        ListPart part = ListPart.of(request);
        var filter = new SearchFilter(
                SearchWords.of(Answers.text(q, "")),
                version,
                HitKind.find(Answers.text(kind, "")).orElse(null));
        Search.Found found = search.find(filter, (int) part.offset(), part.size());
        return HttpResponse.ok(found.hits().stream().map(HitView::of).toList())
                .header(HttpHeaders.LINK, part.links(request, found.total()));
    }
}
