package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.agenda.Places;
import de.kreiskonzept.platform.resolution.chain.ConsultationForm;
import de.kreiskonzept.platform.resolution.chain.Consultations;
import de.kreiskonzept.platform.resolution.chain.VoteForm;
import de.kreiskonzept.platform.resolution.chain.Voting;
import de.kreiskonzept.platform.resolution.program.PaperViews.TurnView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of a paper through the committees for programs. */
@Tag(name = "papers")
@Controller("/api/v1/{county}/papers/{id}/consultations")
@Operations.All
@Secured(Roles.LEAD)
class ConsultationApi {
    private final CouncilPapers papers;
    private final Consultations consultations;
    private final Voting voting;
    private final Committees committees;
    private final Places places;
    private final Texts texts;

    ConsultationApi(
            CouncilPapers papers,
            Consultations consultations,
            Voting voting,
            Committees committees,
            Places places,
            Texts texts) {
        this.papers = papers;
        this.consultations = consultations;
        this.voting = voting;
        this.committees = committees;
        this.places = places;
        this.texts = texts;
    }

    /**
     * What programs send for a committee's turn.
     *
     * @param role preliminary, decision or information
     * @param publicity public, non_public or unknown
     * @param itemId agenda item under which the committee deals with it; it says day and number
     */
    @Serdeable
    @Schema(name = "CouncilConsultationInput")
    record TurnInput(
            @Nullable UUID committeeId,
            @Nullable String role,
            @Nullable String publicity,
            @Nullable LocalDate day,
            @Schema(maxLength = 20) @Nullable String item,
            @Nullable Boolean authoritative,
            @Nullable UUID itemId) {
        ConsultationForm form() {
            return new ConsultationForm(
                    Answers.text(committeeId, ""),
                    Answers.text(role, ""),
                    Answers.text(publicity, "unknown"),
                    Answers.text(day, ""),
                    Answers.text(item, ""),
                    Boolean.TRUE.equals(authoritative),
                    Answers.text(itemId, ""));
        }
    }

    /**
     * What came of a turn.
     *
     * @param result approved, amended, unanimous, majority, rejected, postponed, noted or withdrawn
     * @param nextDay of a postponed paper
     * @param text what was decided
     */
    @Serdeable
    @Schema(name = "CouncilResultInput")
    record ResultInput(
            @Nullable String result,
            @Nullable LocalDate day,
            @Nullable LocalDate nextDay,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String text,
            @Nullable BallotInput ballot) {
        VoteForm form() {
            return new VoteForm(
                    Answers.text(result, ""),
                    Answers.text(day, ""),
                    Answers.text(nextDay, ""),
                    Answers.text(text, ""),
                    Objects.requireNonNullElse(ballot, BallotInput.NONE).form());
        }
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Beratung an die Beratungsfolge anfügen")
    @Operations.Creating
    @InState
    HttpResponse<TurnView> createConsultation(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TurnInput input) {
        papers.read(id, null, who);
        ConsultationForm form = input.form();
        Answers.refuse(form.errors(texts, committees.read(who), places.listOpen(), consultations.today()));
        UUID turn = consultations.add(id, form, who);
        return Answers.created(view(id, turn, who), TurnView::version);
    }

    @Put("/{turn}")
    @Operation(summary = "Beratung ändern, deren Ergebnis noch aussteht")
    @Operations.Changing
    @InState
    HttpResponse<TurnView> changeConsultation(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID turn,
            @Body TurnInput input) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        long version = Versions.required(request.getHeaders());
        view(id, turn, who);
        ConsultationForm form = input.form();
        Answers.refuse(form.errors(texts, committees.read(who), places.listOpen(), consultations.today()));
        consultations.change(id, turn, version, form, who);
        return Answers.one(view(id, turn, who), TurnView::version);
    }

    @Delete("/{turn}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Beratung streichen, deren Ergebnis noch aussteht")
    @Operations.Deleting
    @InState
    void deleteConsultation(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID turn) {
        consultations.remove(id, turn, Versions.required(headers), who);
    }

    @Post("/{turn}/result")
    @Operation(
            summary = "Ergebnis einer Beratung festhalten",
            description = "Stimmt das Beschlussgremium maßgeblich zu, ist die Fassung des Konzepts damit beschlossen.")
    @Operations.Changing
    @InState
    HttpResponse<TurnView> closeConsultation(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID turn,
            @Body ResultInput input) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        long version = Versions.required(request.getHeaders());
        view(id, turn, who);
        VoteForm form = input.form();
        Answers.refuse(form.errors(texts, consultations.today()));
        voting.decide(id, turn, version, form, who);
        return Answers.one(view(id, turn, who), TurnView::version);
    }

    private TurnView view(UUID id, UUID turn, SignedIn who) {
        return TurnView.of(papers.read(id, null, who).turn(turn));
    }
}
