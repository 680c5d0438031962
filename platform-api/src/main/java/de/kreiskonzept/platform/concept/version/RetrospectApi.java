package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.lineage.Retrospect;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.retrospect.RetrospectStore;
import de.kreiskonzept.platform.concept.together.ChangeView;
import de.kreiskonzept.platform.concept.together.HistoryAnswers;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
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
import org.jspecify.annotations.Nullable;

/** What a version says of the goals of the version it is based on, for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}/versions/{id}/retrospects")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class RetrospectApi {
    private final Retrospection retrospection;
    private final HistoryAnswers history;
    private final Texts texts;

    RetrospectApi(Retrospection retrospection, HistoryAnswers history, Texts texts) {
        this.retrospection = retrospection;
        this.history = history;
        this.texts = texts;
    }

    /**
     * What is said of a former goal.
     *
     * @param goalId of the former version
     * @param successorIds goals of this version that descend from it; none where it was dropped
     * @param attainment open, attained, partly_attained, not_attained or not_pursued
     * @param explanation maybe empty
     * @param assessedAt null where nobody has said anything yet
     * @param assessedBy name of the account today; null where it is erased or nobody has said anything yet
     */
    @Serdeable
    @Schema(name = "Retrospect")
    record RetrospectView(
            String goalId,
            String section,
            String label,
            String text,
            List<String> successorIds,
            String attainment,
            String explanation,
            @Nullable Instant assessedAt,
            @Nullable String assessedBy,
            long version) {
        static RetrospectView of(Retrospection.Line line) {
            Retrospect said = line.retrospect();
            return new RetrospectView(
                    line.goal().id().toString(),
                    line.section().name(),
                    line.label(),
                    line.goal().text(),
                    line.successors().stream().map(Goal::id).map(UUID::toString).toList(),
                    said.attainment().text(),
                    said.explanation(),
                    said.modifiedAt(),
                    said.accountName(),
                    said.version());
        }
    }

    /** What programs say of a former goal. */
    @Serdeable
    @Schema(name = "RetrospectInput")
    record RetrospectInput(
            @Nullable String attainment,

            @Schema(maxLength = Retrospect.LONGEST) @Nullable
            String explanation) {}

    @Get
    @Operation(summary = "Rückblick auf alle Ziele der Fassung, auf der diese beruht, auch auf entfallene")
    @Operations.Listing
    @ApiResponse(responseCode = "409", description = "Die Fassung beruht auf keiner anderen")
    HttpResponse<List<RetrospectView>> listRetrospects(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        return Answers.part(
                request,
                retrospection.get(id).lines().stream().map(RetrospectView::of).toList());
    }

    @Get("/{goal}")
    @Operation(summary = "Rückblick auf ein früheres Ziel")
    @Operations.Reading
    @ApiResponse(responseCode = "409", description = "Die Fassung beruht auf keiner anderen")
    HttpResponse<RetrospectView> getRetrospect(
            @PathVariable String county, @PathVariable UUID id, @PathVariable UUID goal) {
        return Answers.one(RetrospectView.of(retrospection.get(id, goal)), RetrospectView::version);
    }

    @Put("/{goal}")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Auf ein früheres Ziel zurückblicken",
            description = "Gehört zum Inhalt der neuen Fassung und ist ab deren Beschluss festgeschrieben.")
    @Operations.Changing
    @Operations.InDraft
    HttpResponse<RetrospectView> changeRetrospect(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID goal,
            @Body RetrospectInput input) {
        long version = Versions.required(request.getHeaders());
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        String explanation = Answers.text(input.explanation(), "").strip();
        Optional<Attainment> attainment = Attainment.find(Answers.text(input.attainment(), ""));
        FormErrors errors =
                FieldChecks.length(FormErrors.none(), "explanation", explanation, Retrospect.LONGEST, texts);
        Answers.refuse(attainment.isPresent() ? errors : errors.with("attainment", texts.text("concept.fault.choice")));
        retrospection.tell(id, goal, version, new Retrospection.Said(attainment.orElseThrow(), explanation), who);
        return getRetrospect(county, id, goal);
    }

    @Get("/{goal}/history")
    @Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR})
    @Operation(summary = "Verlauf des Rückblicks auf ein früheres Ziel, das Neueste zuerst")
    @Operations.Listing
    @ApiResponse(responseCode = "409", description = "Die Fassung beruht auf keiner anderen")
    HttpResponse<List<ChangeView>> listRetrospectHistory(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID goal) {
        Retrospect said = retrospection.get(id, goal).retrospect();
        return history.list(request, RetrospectStore.subject(said));
    }
}
