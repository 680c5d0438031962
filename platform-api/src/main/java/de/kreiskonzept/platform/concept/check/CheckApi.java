package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The list of checks for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class CheckApi {
    private final Review review;

    CheckApi(Review review) {
        this.review = review;
    }

    /**
     * A finding as programs read it.
     *
     * @param kind for example goal_without_measure
     * @param hint whether it comes from the words alone and may be wrong
     * @param place version, section, goal, measure or chapter
     * @param placeId id of that
     * @param sectionId section it stands in; null for the version and its chapters
     * @param detail a German sentence
     */
    @Serdeable
    @Schema(name = "Finding")
    record FindingView(
            String kind,
            boolean hint,
            String place,
            String placeId,
            @Nullable String sectionId,
            String number,
            String words,
            String detail) {
        static FindingView of(FindingLine line) {
            return new FindingView(
                    line.kind().text(),
                    line.kind().isHint(),
                    line.spot().place().text(),
                    line.spot().id().toString(),
                    Answers.text(line.spot().section()),
                    line.spot().number(),
                    line.spot().words(),
                    line.detail());
        }
    }

    @Get("/versions/{id}/checks")
    @Operation(
            summary = "Was die Prüfung einer Fassung findet, Hinweise zuletzt",
            description = "Die Liste wird bei jedem Aufruf neu berechnet. Eine unbekannte Art findet nichts.")
    @Operations.Listing
    HttpResponse<List<FindingView>> listChecks(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @QueryValue @Nullable @Parameter(description = "Nur diese Art, zum Beispiel goal_without_measure")
                    String kind) {
        Reviewed reviewed = review.find(Optional.of(id)).orElseThrow(Refusal::notFound);
        Predicate<CheckKind> wanted = kind == null
                ? any -> true
                : one -> CheckKind.find(kind).filter(one::equals).isPresent();
        return Answers.part(
                request,
                reviewed.lines().stream()
                        .filter(line -> wanted.test(line.kind()))
                        .map(FindingView::of)
                        .toList());
    }
}
