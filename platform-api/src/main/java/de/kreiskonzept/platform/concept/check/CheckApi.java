package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.check.CheckKind;
import de.kreiskonzept.model.check.Spot;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
    private final Settling settling;

    CheckApi(Review review, Settling settling) {
        this.review = review;
        this.settling = settling;
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
     * @param firstId id of the earlier one of two that are the same; null where nothing is doubled
     * @param settledBy who said that it is no double; null where nobody did
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
            String detail,
            @Nullable String firstId,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {
        static FindingView of(FindingLine line) {
            Spot first = line.firstSpot();
            NotDouble said = line.notDouble();
            return new FindingView(
                    line.kind().text(),
                    line.kind().isHint(),
                    line.spot().place().text(),
                    line.spot().id().toString(),
                    Answers.text(line.spot().section()),
                    line.spot().number(),
                    line.spot().words(),
                    line.detail(),
                    first == null ? null : first.id().toString(),
                    said == null ? null : said.accountName(),
                    said == null ? null : said.saidAt());
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
                    String kind,
            @QueryValue @Nullable @Parameter(description = "true zeigt die Doppel, die keine sind, und sonst nichts")
                    Boolean settled) {
        Reviewed reviewed = review.find(Optional.of(id)).orElseThrow(Refusal::notFound);
        Predicate<CheckKind> wanted = kind == null
                ? any -> true
                : one -> CheckKind.find(kind).filter(one::equals).isPresent();
        return Answers.part(
                request,
                (Boolean.TRUE.equals(settled) ? reviewed.settled() : reviewed.lines())
                        .stream()
                                .filter(line -> wanted.test(line.kind()))
                                .map(FindingView::of)
                                .toList());
    }

    @Put("/versions/{id}/checks/{kind}/{place}/not-double")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Festhalten, dass ein Doppel keines ist",
            description = "Gilt, bis sich einer der beiden Texte ändert; auch in einer beschlossenen Fassung.")
    @ApiResponse(responseCode = "200", description = "Festgehalten, mit Name und Zeit")
    HttpResponse<FindingView> settle(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable @Parameter(description = "doubled_goal oder doubled_measure") String kind,
            @PathVariable UUID place) {
        return HttpResponse.ok(FindingView.of(settling.settle(id, kind(kind), place, who)));
    }

    @Delete("/versions/{id}/checks/{kind}/{place}/not-double")
    @Secured(Roles.LEAD)
    @Operation(summary = "Ein Doppel wieder als solches zeigen")
    @ApiResponse(responseCode = "204", description = "Steht wieder in der Liste")
    HttpResponse<?> unsettle(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable @Parameter(description = "doubled_goal oder doubled_measure") String kind,
            @PathVariable UUID place) {
        settling.unsettle(id, kind(kind), place, who);
        return HttpResponse.noContent();
    }

    private static CheckKind kind(String text) {
        return CheckKind.find(text).orElseThrow(Refusal::notFound);
    }
}
