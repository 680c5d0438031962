package de.kreiskonzept.platform.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.workflow.ConceptProcess;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.workflow.template.OwnTemplates;
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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Processes for programs. */
@Tag(name = "workflow", description = "Der Ablauf vom Auftrag bis zum beschlossenen Konzept")
@Controller("/api/v1/{county}/processes")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProcessApi {
    private final Processes processes;
    private final ProcessStore store;
    private final OwnTemplates templates;
    private final Texts texts;

    ProcessApi(Processes processes, ProcessStore store, OwnTemplates templates, Texts texts) {
        this.processes = processes;
        this.store = store;
        this.templates = templates;
        this.texts = texts;
    }

    /**
     * A process.
     *
     * @param template key of the template it began with, which may be gone
     * @param usualMonths months that such a process takes at least; null where nothing is usual
     * @param begin month as in ISO 8601, such as 2026-03
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Process")
    record ProcessView(
            String id,
            String title,
            String template,
            @Nullable Integer usualMonths,
            String begin,
            long version) {
        static ProcessView of(ConceptProcess process) {
            return new ProcessView(
                    process.id().toString(),
                    process.title(),
                    process.template(),
                    process.usualMonths(),
                    process.begin().toString(),
                    process.version());
        }
    }

    /**
     * A process with its steps.
     *
     * @param shorterThanUsual whether its steps end in fewer months than usual; advice
     * @param steps in their order, each followed by its parts
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ProcessWhole")
    record WholeView(ProcessView process, boolean shorterThanUsual, List<StepView> steps) {
        static WholeView of(Timeline timeline) {
            return new WholeView(
                    ProcessView.of(timeline.process()),
                    timeline.isShort(),
                    timeline.lines().stream().map(StepView::of).toList());
        }
    }

    /**
     * What programs send for a process.
     *
     * @param template only for a new one
     */
    @Serdeable
    @Schema(name = "ProcessInput")
    record ProcessInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Schema(description = "konstanz, iq, waldshut, revision, monitoring oder die Kennung einer eigenen Vorlage")
            @Nullable
            String template,

            @Schema(description = "Monat, zum Beispiel 03/2026") @Nullable
            String begin) {
        ProcessForm form() {
            return new ProcessForm(Answers.text(title, ""), Answers.text(template, ""), Answers.text(begin, ""));
        }
    }

    @Get
    @Operation(summary = "Abläufe, der mit dem spätesten Beginn zuerst")
    @Operations.Listing
    HttpResponse<List<ProcessView>> listProcesses(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(
                request,
                store.list().stream()
                        .map(line -> ProcessView.of(line.process()))
                        .toList());
    }

    @Get("/{id}")
    @Operation(summary = "Ablauf mit seinen Schritten")
    @Operations.Reading
    HttpResponse<WholeView> getProcess(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(
                WholeView.of(processes.get(id)), whole -> whole.process().version());
    }

    @Post
    @Secured(Roles.LEAD)
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Ablauf mit allen Schritten einer Vorlage beginnen")
    @Operations.Creating
    HttpResponse<WholeView> beginProcess(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body ProcessInput input) {
        ProcessForm form = input.form();
        List<ProcessTemplate> offered = templates.offered();
        Answers.refuse(form.errors(offered, texts));
        UUID id = processes.begin(form.chosen(offered), form.title(), form.begins(), who);
        return Answers.created(
                WholeView.of(processes.get(id)), whole -> whole.process().version());
    }

    @Put("/{id}")
    @Secured(Roles.LEAD)
    @Operation(
            summary = "Titel und Beginn eines Ablaufs ändern",
            description = "Schritte, die nur geplant sind, verschieben sich mit dem Beginn.")
    @Operations.Changing
    HttpResponse<WholeView> changeProcess(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body ProcessInput input) {
        long version = Versions.required(headers);
        ProcessForm sent = input.form();
        var form = new ProcessForm(sent.title(), processes.get(id).process().template(), sent.begin());
        Answers.refuse(form.errors(texts));
        processes.change(id, version, form.title(), form.begins(), who);
        return getProcess(county, id);
    }

    @Delete("/{id}")
    @Secured(Roles.LEAD)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ablauf mit seinen Schritten löschen")
    @Operations.Deleting
    void deleteProcess(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        processes.delete(id, Versions.required(headers), who);
    }
}
