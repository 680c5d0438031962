package de.kreiskonzept.platform.monitoring.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.stand.Stand;
import de.kreiskonzept.platform.monitoring.stand.Stands;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reporting rounds for programs: which there are, how far the answers are, and their end. */
@Tag(name = "monitoring")
@Controller("/api/v1/{county}/rounds")
@Operations.All
@Secured(Roles.LEAD)
class RoundApi {
    private final Rounds rounds;
    private final Closing closing;
    private final RoundStore store;
    private final Stands stands;

    RoundApi(Rounds rounds, Closing closing, RoundStore store, Stands stands) {
        this.rounds = rounds;
        this.closing = closing;
        this.store = store;
        this.stands = stands;
    }

    /**
     * A round.
     *
     * @param cutoff ISO 8601 date, likewise the deadline
     * @param state draft, open, closed or released
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Round")
    record RoundView(
            String id,
            String versionId,
            String name,
            String cutoff,
            String deadline,
            String state,
            @Nullable String openedAt,
            @Nullable String closedAt) {
        static RoundView of(Round round) {
            return new RoundView(
                    round.id().toString(),
                    round.versionId().toString(),
                    round.name(),
                    round.cutoff().toString(),
                    round.deadline().toString(),
                    round.state().text(),
                    Answers.text(round.openedAt()),
                    Answers.text(round.closedAt()));
        }
    }

    /**
     * A body that is asked.
     *
     * @param measures it is asked about
     * @param answered of them, given or accepted
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RoundBody")
    record BodyView(String id, String name, String email, boolean asked, int measures, int answered, int accepted) {
        static BodyView of(Asked body) {
            return new BodyView(
                    body.id().toString(),
                    body.name(),
                    body.email(),
                    body.wanted(),
                    body.progress().all(),
                    body.progress().answered(),
                    body.progress().accepted());
        }
    }

    /**
     * A round with the bodies it asks.
     *
     * @param counted measures that count in the evaluation
     * @param measures all of its version
     * @param unasked measures that nobody is asked about
     * @param standId null before it is closed
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RoundWhole")
    record WholeView(
            RoundView round,
            int counted,
            int measures,
            int unasked,
            @Nullable String standId,
            List<BodyView> bodies) {}

    @Get
    @Operation(summary = "Berichtsrunden, die mit dem spätesten Stichtag zuerst")
    @Operations.Listing
    HttpResponse<List<RoundView>> listRounds(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(request, store.list().stream().map(RoundView::of).toList());
    }

    @Get("/{id}")
    @Operation(summary = "Berichtsrunde mit den befragten Stellen")
    @Operations.Reading
    HttpResponse<WholeView> getRound(@PathVariable String county, @PathVariable UUID id) {
        return answer(id);
    }

    @Post("/{id}/close")
    @Operation(
            summary = "Berichtsrunde schließen und ihre Zahlen als Stand festhalten",
            description = "Antworten, die niemand übernommen hat, zählen nicht. Ein Stand ändert sich nicht mehr.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    @ApiResponse(responseCode = "200", description = "Geschlossen; standId nennt den Stand")
    @ApiResponse(responseCode = "409", description = "Die Berichtsrunde ist nicht geöffnet")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    HttpResponse<WholeView> closeRound(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        closing.close(id, Versions.required(headers), who);
        return answer(id);
    }

    private HttpResponse<WholeView> answer(UUID id) {
        Rounds.Whole whole = rounds.getWhole(id);
        var view = new WholeView(
                RoundView.of(whole.round()),
                whole.counted().counted(),
                whole.counted().all(),
                whole.unasked(),
                stands.findOfRound(id).map(Stand::id).map(UUID::toString).orElse(null),
                whole.bodies().stream().map(BodyView::of).toList());
        return HttpResponse.ok(view)
                .header(HttpHeaders.ETAG, Versions.tag(whole.round().version()));
    }
}
