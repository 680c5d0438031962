package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.foundation.web.Versions;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.workflow.template.OwnTemplate;
import de.kreiskonzept.platform.workflow.template.OwnTemplates;
import de.kreiskonzept.platform.workflow.template.TemplateForm;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The county's own process templates for programs of the lead. */
@Tag(name = "workflow")
@Controller("/api/v1/{county}/process-templates")
@Operations.All
@Secured(Roles.LEAD)
class TemplateApi {
    private final OwnTemplates own;
    private final Texts texts;

    TemplateApi(OwnTemplates own, Texts texts) {
        this.own = own;
        this.texts = texts;
    }

    /**
     * A process template of the county's own.
     *
     * @param content YAML, as on the page of the template
     */
    @Serdeable
    @Schema(name = "ProcessTemplate")
    record TemplateView(String id, String title, String content, long version) {
        static TemplateView of(OwnTemplate template) {
            return new TemplateView(template.id().toString(), template.title(), template.content(), template.version());
        }
    }

    /** What programs send for a template. */
    @Serdeable
    @Schema(name = "ProcessTemplateInput")
    record TemplateInput(
            @Schema(minLength = 1, maxLength = TextLimits.NAME) @Nullable
            String title,

            @Schema(description = "YAML mit source, began, usual und steps") @Nullable
            String content) {
        TemplateForm form(Texts texts) {
            var form = new TemplateForm(Answers.text(title, "").strip(), Answers.text(content, ""));
            Answers.refuse(form.errors(texts));
            return form;
        }
    }

    @Get
    @Operation(summary = "Eigene Vorlagen für Abläufe, nach Namen")
    @Operations.Listing
    HttpResponse<List<TemplateView>> listProcessTemplates(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String county) {
        return Answers.part(request, own.list().stream().map(TemplateView::of).toList());
    }

    @Get("/{id}")
    @Operation(summary = "Eigene Vorlage lesen")
    @Operations.Reading
    HttpResponse<TemplateView> getProcessTemplate(@PathVariable String county, @PathVariable UUID id) {
        return Answers.one(TemplateView.of(own.get(id)), TemplateView::version);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            summary = "Eigene Vorlage anlegen",
            description = "Der Text wird gelesen; ein Fehler wird mit seiner Zeile genannt.")
    @Operations.Creating
    HttpResponse<TemplateView> createProcessTemplate(
            @Parameter(hidden = true) SignedIn who, @PathVariable String county, @Body TemplateInput input) {
        UUID id = own.create(input.form(texts), who);
        return Answers.created(TemplateView.of(own.get(id)), TemplateView::version);
    }

    @Put("/{id}")
    @Operation(
            summary = "Eigene Vorlage ändern",
            description = "Abläufe, die schon begonnen haben, ändern sich nicht mit.")
    @Operations.Changing
    HttpResponse<TemplateView> changeProcessTemplate(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id,
            @Body TemplateInput input) {
        own.get(id);
        own.change(id, Versions.required(headers), input.form(texts), who);
        return getProcessTemplate(county, id);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Eigene Vorlage löschen", description = "Abläufe, die mit ihr begonnen haben, bleiben.")
    @Operations.Deleting
    void deleteProcessTemplate(
            @Parameter(hidden = true) HttpHeaders headers,
            @Parameter(hidden = true) SignedIn who,
            @PathVariable String county,
            @PathVariable UUID id) {
        own.delete(id, Versions.required(headers), who);
    }
}
