package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.chain.Consultations;
import de.kreiskonzept.platform.resolution.chain.Correction;
import de.kreiskonzept.platform.resolution.chain.CorrectionForm;
import de.kreiskonzept.platform.resolution.chain.Former;
import de.kreiskonzept.platform.resolution.program.ConsultationApi.ResultInput;
import de.kreiskonzept.platform.resolution.program.PaperViews.TurnView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Results that were written down wrongly, for programs. */
@Tag(name = "papers")
@Controller("/api/v1/{county}/papers/{id}/consultations/{turn}")
@Operations.All
@Secured(Roles.LEAD)
class CorrectionApi {
    private final CouncilPapers papers;
    private final Consultations consultations;
    private final Correction correction;
    private final Texts texts;

    CorrectionApi(CouncilPapers papers, Consultations consultations, Correction correction, Texts texts) {
        this.papers = papers;
        this.consultations = consultations;
        this.correction = correction;
        this.texts = texts;
    }

    /**
     * What came of a turn indeed.
     *
     * @param reason what was wrong before
     */
    @Serdeable
    @Schema(name = "CouncilCorrectionInput")
    record CorrectionInput(
            @Nullable ResultInput result,

            @Schema(minLength = 1, maxLength = TextLimits.TEXT) @Nullable
            String reason) {
        CorrectionForm form() {
            ResultInput right = result == null ? new ResultInput(null, null, null, null, null) : result;
            return new CorrectionForm(right.form(), Answers.text(reason, ""));
        }
    }

    /**
     * A result as it stood before.
     *
     * @param text what was said to be decided; empty where nothing was
     */
    @Serdeable
    @Schema(name = "FormerCouncilResult")
    record FormerView(
            String result,
            @Nullable LocalDate day,
            String text,
            BallotInput ballot,
            String reason,
            String author,
            Instant correctedAt) {
        static FormerView of(Former one) {
            return new FormerView(
                    one.result().text(),
                    one.day(),
                    one.text(),
                    BallotInput.of(one.ballot()),
                    one.reason(),
                    one.author(),
                    one.correctedAt());
        }
    }

    @Get("/corrections")
    @Operation(summary = "Frühere Ergebnisse einer Beratung, die korrigiert wurden")
    @Operations.Listing
    HttpResponse<List<FormerView>> listCorrections(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID turn) {
        view(id, turn, who);
        return Answers.part(
                request, correction.list(turn).stream().map(FormerView::of).toList());
    }

    @Put("/result")
    @Operation(
            summary = "Falsch festgehaltenes Ergebnis mit einem Grund korrigieren",
            description = "Nur solange die Niederschrift nicht genehmigt ist; das frühere Ergebnis bleibt lesbar.")
    @Operations.Changing
    @InState
    HttpResponse<TurnView> correctConsultation(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID turn,
            @Body CorrectionInput input) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        long version = Versions.required(request.getHeaders());
        view(id, turn, who);
        CorrectionForm form = input.form();
        Answers.refuse(form.errors(texts, consultations.today()));
        correction.correct(id, turn, version, form, who);
        return Answers.one(view(id, turn, who), TurnView::version);
    }

    private TurnView view(UUID id, UUID turn, SignedIn who) {
        return TurnView.of(papers.read(id, null, who).turn(turn));
    }
}
