package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionStep;
import de.kreiskonzept.model.lineage.Change;
import de.kreiskonzept.model.lineage.Part;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of versions for programs. */
@Tag(name = "concept")
@Controller("/api/v1/{county}/versions/{id}")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class VersionApi {
    private final VersionStore versions;
    private final Adoption adoption;
    private final Revision revision;
    private final Comparison comparison;
    private final Texts texts;

    VersionApi(VersionStore versions, Adoption adoption, Revision revision, Comparison comparison, Texts texts) {
        this.versions = versions;
        this.adoption = adoption;
        this.revision = revision;
        this.comparison = comparison;
        this.texts = texts;
    }

    /**
     * A step in the life of a version.
     *
     * @param state draft, preliminary, adopted, published or superseded
     * @param decidedOn day of the resolution; null where there was none
     */
    @Serdeable
    @Schema(name = "VersionStep")
    record StepView(
            int position,
            String state,
            @Nullable LocalDate decidedOn,
            String decidedBy,
            String resolution,
            String accountName,
            Instant happenedAt) {
        static StepView of(VersionStep step) {
            return new StepView(
                    step.position(),
                    step.state().text(),
                    step.decidedOn(),
                    step.decidedBy(),
                    step.resolution(),
                    step.accountName(),
                    step.happenedAt());
        }
    }

    /** The next step of a version; an adoption needs decidedOn and decidedBy. */
    @Serdeable
    @Schema(name = "VersionStepInput")
    record StepInput(
            @Nullable String state,
            @Nullable LocalDate decidedOn,
            @Schema(maxLength = TextLimits.NAME) @Nullable String decidedBy,
            @Schema(maxLength = TextLimits.NAME) @Nullable String resolution) {
        Decision decision() {
            return new Decision(
                    Answers.text(state, ""),
                    Answers.text(decidedOn, ""),
                    Answers.text(decidedBy, ""),
                    Answers.text(resolution, ""));
        }
    }

    /**
     * How a revision begins.
     *
     * @param relation successor, with all parts of the version, or supplement, without any
     */
    @Serdeable
    @Schema(name = "RevisionInput")
    record RevisionInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String label,

            @Nullable String relation) {}

    /** The new draft. */
    @Serdeable
    @Schema(name = "Revision")
    record RevisionView(String id) {}

    /** A part of a version. */
    @Serdeable
    @Schema(name = "ComparedPart")
    record PartView(String id, String heading, String text) {
        static PartView of(Part part) {
            return new PartView(part.id().toString(), part.heading(), part.text());
        }
    }

    /**
     * What happened to parts between two versions.
     *
     * @param kind section, goal or measure
     * @param change unchanged, renamed, merged, split, rearranged, dropped or added
     */
    @Serdeable
    @Schema(name = "VersionChange")
    record ChangeView(String kind, String change, List<PartView> before, List<PartView> after) {
        static ChangeView of(NodeKind kind, Change change) {
            return new ChangeView(
                    kind.text(),
                    Changes.word(change),
                    change.before().stream().map(PartView::of).toList(),
                    change.after().stream().map(PartView::of).toList());
        }
    }

    @Get("/steps")
    @Operation(summary = "Schritte einer Fassung, der erste zuerst")
    @Operations.Listing
    HttpResponse<List<StepView>> listSteps(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        Nodes.found(versions.find(id));
        return Answers.part(
                request, versions.listSteps(id).stream().map(StepView::of).toList());
    }

    @Post("/steps")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Fassung in den nächsten Stand bringen",
            description =
                    "Ab dem Beschluss ist der Text festgeschrieben; die Fassung, der sie nachfolgt, ist abgelöst.")
    @ApiResponse(responseCode = "201", description = "Eingetragen; ETag nennt die Version")
    @ApiResponse(responseCode = "409", description = "Dieser Stand kann nicht folgen")
    @ApiResponse(responseCode = "412", description = "Inzwischen geändert")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    @ApiResponse(responseCode = "428", description = "If-Match fehlt")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, required = true, description = "Gelesene Version")
    HttpResponse<StepView> addStep(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body StepInput input) {
        long version = Versions.required(headers);
        Decision decision = input.decision();
        Answers.refuse(decision.check(adoption.today(), texts));
        adoption.step(id, version, decision, who);
        StepView added = StepView.of(versions.listSteps(id).getLast());
        long now = Nodes.found(versions.find(id)).version();
        return Answers.created(added, step -> now);
    }

    @Post("/revisions")
    @Secured(Roles.LEAD)
    @Operation(summary = "Fortschreibung oder Ergänzung einer beschlossenen Fassung beginnen")
    @ApiResponse(responseCode = "201", description = "Angelegt")
    @ApiResponse(responseCode = "409", description = "Die Fassung ist noch nicht beschlossen")
    @ApiResponse(responseCode = "422", description = "Eine Angabe fehlt oder passt nicht")
    HttpResponse<RevisionView> createRevision(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body RevisionInput input) {
        String label = Answers.text(input.label(), "");
        String relation = Answers.text(input.relation(), "");
        FormErrors errors = FieldChecks.required(FormErrors.none(), "label", label, TextLimits.NAME, texts);
        Answers.refuse(
                List.of("successor", "supplement").contains(relation)
                        ? errors
                        : errors.with("relation", texts.text("concept.fault.choice")));
        UUID draft = revision.begin(id, label, VersionRelation.of(relation), who);
        return HttpResponse.created(new RevisionView(draft.toString()));
    }

    @Get("/changes")
    @Operation(summary = "Unterschiede zur Fassung, auf der diese beruht")
    @Operations.Listing
    @ApiResponse(responseCode = "409", description = "Die Fassung beruht auf keiner anderen")
    HttpResponse<List<ChangeView>> listChanges(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county, @PathVariable UUID id) {
        List<ChangeView> changes = comparison.withBase(id).changes().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(change -> ChangeView.of(entry.getKey(), change)))
                .toList();
        return Answers.part(request, changes);
    }
}
