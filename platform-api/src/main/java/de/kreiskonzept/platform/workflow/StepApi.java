package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
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

/** Steps of processes for programs. */
@Tag(name = "workflow")
@Controller("/api/v1/{county}/processes/{id}/steps")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class StepApi {
    private final Processes processes;
    private final Texts texts;

    StepApi(Processes processes, Texts texts) {
        this.processes = processes;
        this.texts = texts;
    }

    /**
     * What programs send for a step.
     *
     * @param parentId step of the same process that it is part of; null for a step by itself
     * @param place among the steps beside it, from 1; null for the end
     */
    @Serdeable
    @Schema(name = "ProcessStepInput")
    record StepInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Nullable String explanation,
            @Nullable UUID parentId,
            @Nullable Integer place,

            @Schema(description = "31.12.2026, 12/2026 oder 2026") @Nullable
            String from,

            @Nullable String until,

            @Schema(description = "planned, under_way, done oder dropped; ohne Angabe planned") @Nullable
            String state,

            @Nullable Boolean participation,
            @Nullable String responsible,
            @Nullable String evidence,
            @Nullable List<UUID> after,
            @Nullable Boolean resolutionNeeded,
            @Nullable String resolution,
            @Nullable GatheringInput gathering,
            @Nullable UUID ownerId,

            @Schema(description = "Grund, wenn ein Schritt entfällt oder wieder aufgenommen wird") @Nullable
            String reason,

            @Schema(description = "Spätere geplante Schritte um ebenso viele Monate verschieben") @Nullable
            Boolean moveLater) {
        StepForm form() {
            return new StepForm(
                    Answers.text(title, "").strip(),
                    Answers.text(explanation, ""),
                    Answers.text(parentId, ""),
                    Answers.text(place, ""),
                    Answers.text(from, ""),
                    Answers.text(until, ""),
                    Answers.text(state, "planned"),
                    Boolean.TRUE.equals(participation),
                    Answers.text(responsible, ""),
                    Answers.text(evidence, ""),
                    detail());
        }

        private StepDetailForm detail() {
            GatheringInput people = gathering == null ? GatheringInput.NONE : gathering;
            return new StepDetailForm(
                    after == null
                            ? List.of()
                            : after.stream().map(UUID::toString).toList(),
                    Boolean.TRUE.equals(resolutionNeeded),
                    Answers.text(resolution, ""),
                    Answers.text(people.participants(), ""),
                    Answers.text(people.invited(), ""),
                    Answers.text(people.present(), ""),
                    Answers.text(people.groups(), ""),
                    Answers.text(people.results(), ""),
                    Answers.text(ownerId, ""),
                    Answers.text(reason, ""),
                    Boolean.TRUE.equals(moveLater));
        }
    }

    /** Who took part, as programs send it. */
    @Serdeable
    @Schema(name = "ProcessGatheringInput")
    record GatheringInput(
            @Nullable String participants,
            @Nullable Integer invited,
            @Nullable Integer present,
            @Nullable String groups,
            @Nullable String results) {
        static final GatheringInput NONE = new GatheringInput(null, null, null, null, null);
    }

    @Get("/{step}")
    @Operation(summary = "Schritt eines Ablaufs lesen")
    @Operations.Reading
    HttpResponse<StepView> getStep(@RequestBean StepPlace target) {
        return Answers.one(view(target.id(), target.step()), StepView::version);
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Schritt oder Teilschritt hinzufügen")
    @Operations.Creating
    HttpResponse<StepView> createStep(
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body StepInput input) {
        StepForm form = input.form();
        Answers.refuse(form.errors(processes.get(id), null, texts));
        return Answers.created(view(id, processes.add(id, form, who)), StepView::version);
    }

    @Put("/{step}")
    @Secured(Roles.LEAD)
    @Operation(summary = "Schritt mit allen Angaben ändern")
    @Operations.Changing
    HttpResponse<StepView> changeStep(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean StepPlace target,
            @Body StepInput input) {
        long version = Versions.required(headers);
        Timeline timeline = processes.get(target.id());
        StepForm form = input.form();
        Answers.refuse(form.errors(timeline, target.step(), texts));
        processes.change(timeline, target.step(), version, form, who);
        return getStep(target);
    }

    @Delete("/{step}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Schritt mit seinen Teilschritten löschen")
    @Operations.Deleting
    void deleteStep(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @RequestBean StepPlace target) {
        processes.deleteStep(target.id(), target.step(), Versions.required(headers), who);
    }

    private StepView view(UUID process, UUID step) {
        return processes.get(process).lines().stream()
                .filter(line -> line.step().id().equals(step))
                .findFirst()
                .map(StepView::of)
                .orElseThrow(Refusal::notFound);
    }
}
