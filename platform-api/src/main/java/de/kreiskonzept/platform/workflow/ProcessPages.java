package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.platform.catalogue.Offers;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.web.CalendarFile;
import de.kreiskonzept.platform.workflow.template.OwnTemplates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Processes: their list, one of them as a timeline, and the form for it. */
@Hidden
@Controller("/{county}/ablauf")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProcessPages {
    private final Processes processes;
    private final ProcessStore store;
    private final OwnTemplates templates;
    private final Offers offers;
    private final PageFrames frames;
    private final Texts texts;

    ProcessPages(
            Processes processes,
            ProcessStore store,
            OwnTemplates templates,
            Offers offers,
            PageFrames frames,
            Texts texts) {
        this.processes = processes;
        this.store = store;
        this.templates = templates;
        this.offers = offers;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, SignedIn who) {
        PageFrame page = frames.of(request, "workflow.list.title");
        return new ModelAndView<>(
                "workflow/list",
                Map.of(
                        "page", page.withBreadcrumb(start(page, county), Crumb.here(page.title())),
                        "base", base(county),
                        "processes", store.list(),
                        "lead", who.role().equals(Roles.LEAD)));
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, SignedIn who) {
        var form = form(request, county, new ProcessForm("", "", ""), null, FormErrors.none());
        offers.findFor(who).ifPresent(offer -> form.getModel().orElseThrow().put("offer", offer));
        return form;
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        ProcessForm form = ProcessForm.of(fields);
        List<ProcessTemplate> offered = templates.offered();
        FormErrors errors = form.errors(offered, texts);
        return errors.isEmpty()
                ? see(county, processes.begin(form.chosen(offered), form.title(), form.begins(), who))
                : HttpResponse.unprocessableEntity().body(form(request, county, form, null, errors));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Timeline timeline = processes.get(id);
        PageFrame page = frames.of(request, "workflow.title", timeline.process().title());
        return new ModelAndView<>(
                "workflow/process",
                Map.of(
                        "page",
                        page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())),
                        "base",
                        base(county) + "/" + id,
                        "timeline",
                        timeline,
                        "chart",
                        chart(timeline),
                        "who",
                        who));
    }

    private TimelineChart chart(Timeline timeline) {
        return new TimelineChart(
                timeline,
                texts.text("workflow.chart.title", timeline.process().title()),
                texts.text(
                        "workflow.chart.text",
                        timeline.countLate(),
                        timeline.numbersOfLate(),
                        timeline.countCritical(),
                        timeline.numbersOfCritical()),
                texts.text("workflow.chart.today"));
    }

    @Get("/{id}/kalender.ics")
    @Produces(CalendarFile.TYPE)
    HttpResponse<byte[]> calendar(String county, UUID id) {
        return CalendarFile.answer("ablauf-" + county, StepCalendar.events(processes.get(id)));
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        Timeline timeline = processes.get(id);
        return form(request, county, ProcessForm.of(timeline.process()), timeline, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Timeline timeline = processes.get(id);
        ProcessForm typed = ProcessForm.of(fields);
        var form = new ProcessForm(typed.title(), timeline.process().template(), typed.begin());
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, form, timeline, errors));
        }
        try {
            processes.change(id, FieldChecks.version(fields), form.title(), form.begins(), who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("workflow.fault.stale"));
            return Answers.staleOr(refusal).body(form(request, county, form, processes.get(id), stale));
        }
        return see(county, id);
    }

    @Get("/{id}/loeschen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, String county, UUID id) {
        Timeline timeline = processes.get(id);
        PageFrame page = frames.of(request, "workflow.delete.title");
        return new ModelAndView<>(
                "workflow/delete",
                Map.of(
                        "page",
                        page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())),
                        "base",
                        base(county) + "/" + id,
                        "timeline",
                        timeline));
    }

    @Post("/{id}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        processes.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county)));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, ProcessForm form, @Nullable Timeline timeline, FormErrors errors) {
        PageFrame page = frames.of(request, timeline == null ? "workflow.new" : "workflow.edit")
                .withErrors(errors);
        String here =
                base(county) + (timeline == null ? "" : "/" + timeline.process().id());
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())));
        model.put("action", here + (timeline == null ? "" : "/bearbeiten"));
        model.put("cancel", here);
        model.put(
                "version",
                timeline == null ? "" : String.valueOf(timeline.process().version()));
        model.put(
                "templates",
                templates.offered().stream()
                        .map(template -> Choice.of(template.key(), template.title())
                                .withHint(texts.text(
                                        "workflow.templateHint",
                                        template.allSteps().size(),
                                        template.months(),
                                        template.source())))
                        .toList());
        model.put("form", form);
        return new ModelAndView<>("workflow/form", model);
    }

    /** Address of the processes of a county. */
    static String base(String county) {
        return "/" + county + "/ablauf";
    }

    /** Answers with the page of the process. */
    static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    /** The start page in the breadcrumb. */
    static Crumb start(PageFrame page, String county) {
        return new Crumb(page.t("workflow.crumb"), "/" + county + "/");
    }

    /** The list of processes in the breadcrumb. */
    static Crumb all(PageFrame page, String county) {
        return new Crumb(page.t("workflow.list.title"), base(county));
    }
}
