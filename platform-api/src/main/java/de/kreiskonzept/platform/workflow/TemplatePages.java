package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.model.workflow.TemplateOfProcess;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.workflow.template.OwnTemplate;
import de.kreiskonzept.platform.workflow.template.OwnTemplates;
import de.kreiskonzept.platform.workflow.template.TemplateForm;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The county's own process templates: their list, and the form in which one is written, renamed and deleted. */
@Hidden
@Controller("/{county}/ablauf/vorlagen")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class TemplatePages {
    private final OwnTemplates own;
    private final Processes processes;
    private final PageFrames frames;
    private final Texts texts;

    TemplatePages(OwnTemplates own, Processes processes, PageFrames frames, Texts texts) {
        this.own = own;
        this.processes = processes;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "workflow.own.title");
        return new ModelAndView<>(
                "workflow/templates",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                ProcessPages.start(page, county),
                                ProcessPages.all(page, county),
                                Crumb.here(page.title())),
                        "base",
                        base(county),
                        "templates",
                        own.list()));
    }

    /** The form for a new one, with the steps of a process or, where none is named, of a template that is shipped. */
    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, @Nullable @QueryValue UUID aus) {
        return form(request, county, null, aus == null ? example() : of(processes.get(aus)), FormErrors.none());
    }

    private static TemplateForm of(Timeline timeline) {
        return TemplateForm.of(
                TemplateOfProcess.of(timeline.process(), timeline.listSteps()).orElseThrow(Refusal::notFound));
    }

    private static TemplateForm example() {
        ProcessTemplate shipped = ProcessTemplates.find("revision").orElseThrow();
        var begun = new ProcessTemplate(shipped.key(), shipped.title(), "", null, null, shipped.steps());
        return new TemplateForm("", TemplateForm.of(begun).content());
    }

    @Post
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        TemplateForm form = TemplateForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, null, form, errors));
        }
        own.create(form, who);
        return see(county);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        OwnTemplate template = own.get(id);
        return form(request, county, template, TemplateForm.of(template), FormErrors.none());
    }

    @Post("/{id}")
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        TemplateForm form = TemplateForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, own.get(id), form, errors));
        }
        try {
            own.change(id, FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("workflow.own.fault.stale"));
            return Answers.staleOr(refusal).body(form(request, county, own.get(id), form, stale));
        }
        return see(county);
    }

    @Get("/{id}/loeschen")
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id) {
        PageFrame page = frames.of(request, "workflow.own.delete");
        return new ModelAndView<>(
                "workflow/deleteTemplate",
                Map.of("page", crumbs(page, county), "base", base(county), "template", own.get(id)));
    }

    @Post("/{id}/loeschen")
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        own.delete(id, FieldChecks.version(fields), who);
        return see(county);
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request,
            String county,
            @Nullable OwnTemplate template,
            TemplateForm form,
            FormErrors errors) {
        PageFrame page = frames.of(request, template == null ? "workflow.own.new" : "workflow.own.edit")
                .withErrors(errors);
        String action = base(county) + (template == null ? "" : "/" + template.id());
        return new ModelAndView<>(
                "workflow/template",
                Map.of(
                        "page",
                        crumbs(page, county),
                        "action",
                        action,
                        "cancel",
                        base(county),
                        "version",
                        template == null ? "" : String.valueOf(template.version()),
                        "form",
                        form));
    }

    private static PageFrame crumbs(PageFrame page, String county) {
        return page.withBreadcrumb(
                ProcessPages.start(page, county),
                ProcessPages.all(page, county),
                new Crumb(page.t("workflow.own.title"), base(county)),
                Crumb.here(page.title()));
    }

    private static HttpResponse<?> see(String county) {
        return HttpResponse.seeOther(URI.create(base(county)));
    }

    private static String base(String county) {
        return ProcessPages.base(county) + "/vorlagen";
    }
}
