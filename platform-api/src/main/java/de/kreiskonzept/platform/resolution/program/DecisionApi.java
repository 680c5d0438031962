package de.kreiskonzept.platform.resolution.program;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.register.DecisionFilter;
import de.kreiskonzept.platform.resolution.register.DecisionForm;
import de.kreiskonzept.platform.resolution.register.DecisionStore;
import de.kreiskonzept.platform.resolution.register.Decisions;
import de.kreiskonzept.platform.resolution.register.ProgressForm;
import de.kreiskonzept.platform.resolution.register.RegisterLine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of decisions for programs. */
@Tag(name = "decisions")
@Controller("/api/v1/{county}/decisions")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionApi {
    private final Decisions decisions;
    private final Committees committees;
    private final Texts texts;

    DecisionApi(Decisions decisions, Committees committees, Texts texts) {
        this.decisions = decisions;
        this.committees = committees;
        this.texts = texts;
    }

    /**
     * A decision as programs read it.
     *
     * @param state open, in_progress, done or dropped
     * @param outcome carried, not_carried or not_computable, from the votes alone
     * @param measures ids of the measures that it carries
     */
    @Serdeable
    @Schema(name = "CouncilDecision")
    record DecisionView(
            String id,
            @Nullable String paperId,
            @Nullable String consultationId,
            String committeeId,
            LocalDate day,
            String publicity,
            String text,
            String result,
            BallotInput ballot,
            String outcome,
            String state,
            boolean overdue,
            String responsible,
            @Nullable LocalDate due,
            List<String> measures,
            long version) {
        static DecisionView of(RegisterLine line, LocalDate today) {
            CouncilDecision one = line.decision();
            return new DecisionView(
                    one.id().toString(),
                    Answers.text(one.paperId()),
                    Answers.text(one.consultationId()),
                    one.committeeId().toString(),
                    one.day(),
                    one.publicity().text(),
                    one.text(),
                    one.result().text(),
                    BallotInput.of(one.ballot()),
                    one.ballot().outcome().text(),
                    one.state().text(),
                    one.isOverdue(today),
                    one.responsible(),
                    one.due(),
                    line.measures().stream()
                            .map(measure -> measure.id().toString())
                            .toList(),
                    one.version());
        }
    }

    /** What programs send for a decision that no paper proposed. */
    @Serdeable
    @Schema(name = "CouncilDecisionInput")
    record DecisionInput(
            @Nullable UUID committeeId,
            @Nullable LocalDate day,
            @Nullable String publicity,
            @Nullable String result,
            @Schema(maxLength = TextLimits.TEXT) @Nullable String text,
            @Nullable BallotInput ballot,
            @Nullable String state,
            @Schema(maxLength = TextLimits.NAME) @Nullable String responsible,
            @Nullable LocalDate due) {
        DecisionForm form() {
            return new DecisionForm(
                    Answers.text(committeeId, ""),
                    Answers.text(day, ""),
                    Answers.text(publicity, "unknown"),
                    Answers.text(result, ""),
                    Answers.text(text, ""),
                    Objects.requireNonNullElse(ballot, BallotInput.NONE).form(),
                    new ProgressForm(
                            Answers.text(state, DecisionState.OPEN.text()),
                            Answers.text(responsible, ""),
                            Answers.text(due, "")));
        }
    }

    /** How far a decision is carried out. */
    @Serdeable
    @Schema(name = "CouncilDecisionProgress")
    record ProgressInput(
            @Nullable String state,
            @Schema(maxLength = TextLimits.NAME) @Nullable String responsible,
            @Nullable LocalDate due) {
        ProgressForm form() {
            return new ProgressForm(Answers.text(state, ""), Answers.text(responsible, ""), Answers.text(due, ""));
        }
    }

    @Get
    @Operation(summary = "Beschlüsse, die diese Person lesen darf, der neueste zuerst")
    @Operations.Listing
    @Parameter(name = "committee", in = ParameterIn.QUERY, description = "Kennung des Gremiums")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "open, in_progress, done, dropped oder overdue")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Frühester Tag")
    @Parameter(name = "until", in = ParameterIn.QUERY, description = "Spätester Tag")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Worte im Text oder bei den Zuständigen")
    HttpResponse<List<DecisionView>> listDecisions(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county) {
        ListPart part = ListPart.of(request);
        var filter = DecisionFilter.of(request.getParameters().asMap(String.class, String.class));
        var found = decisions.list(filter, who, new DecisionStore.Part((int) part.offset(), part.size()));
        LocalDate today = decisions.today();
        return HttpResponse.ok(found.lines().stream()
                        .map(line -> DecisionView.of(line, today))
                        .toList())
                .header(HttpHeaders.LINK, part.links(request, found.total()));
    }

    @Get("/{id}")
    @Operation(summary = "Beschluss lesen")
    @Operations.Reading
    HttpResponse<DecisionView> getDecision(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @PathVariable UUID id) {
        return Answers.one(view(id, who), DecisionView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Beschluss ohne Vorlage eintragen")
    @Operations.Creating
    HttpResponse<DecisionView> createDecision(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body DecisionInput input) {
        DecisionForm form = input.form();
        Answers.refuse(form.errors(texts, committees.read(who), decisions.today()));
        return Answers.created(view(decisions.create(form, who), who), DecisionView::version);
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Festhalten, wie weit ein Beschluss umgesetzt ist")
    @Operations.Changing
    HttpResponse<DecisionView> changeDecision(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ProgressInput input) {
        long version = Versions.required(headers);
        view(id, who);
        ProgressForm form = input.form();
        Answers.refuse(form.errors(FormErrors.none(), texts));
        decisions.change(id, version, form, who);
        return getDecision(who, county, id);
    }

    @Put("/{id}/measures/{measure}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Einem Beschluss eine Maßnahme zuordnen")
    @ApiResponse(responseCode = "204", description = "Zugeordnet")
    void addMeasure(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID measure) {
        decisions.carry(id, measure, who);
    }

    @Delete("/{id}/measures/{measure}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Die Zuordnung einer Maßnahme lösen")
    @ApiResponse(responseCode = "204", description = "Gelöst")
    void removeMeasure(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID measure) {
        decisions.drop(id, measure, who);
    }

    private DecisionView view(UUID id, SignedIn who) {
        return DecisionView.of(decisions.get(id, who), decisions.today());
    }
}
