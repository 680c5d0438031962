package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.workflow.Step;
import de.kreiskonzept.model.workflow.StepState;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.workflow.Timeline.Line;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The form for a step, and how it is deleted. */
@Hidden
@Controller("/{county}/ablauf/{id}/schritte")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.EDITOR})
class StepPages {
    private final Processes processes;
    private final PageFrames frames;
    private final Texts texts;

    StepPages(Processes processes, PageFrames frames, Texts texts) {
        this.processes = processes;
        this.frames = frames;
        this.texts = texts;
    }

    /** What stands in the form; the step is null for a new one. */
    private record Shown(Timeline timeline, @Nullable Step step, StepForm form, FormErrors errors, boolean lead) {}

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, UUID id) {
        return view(request, county, new Shown(processes.get(id), null, StepForm.empty(), FormErrors.none(), true));
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Timeline timeline = processes.get(id);
        StepForm form = StepForm.of(fields);
        FormErrors errors = form.errors(timeline, null, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, county, new Shown(timeline, null, form, errors, true)));
        }
        processes.add(id, form, who);
        return ProcessPages.see(county, id);
    }

    @Get("/{step}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, @RequestBean StepPlace target, SignedIn who) {
        Timeline timeline = processes.get(target.id());
        Step step = timeline.mine(target.step(), who);
        int place = timeline.beside(step.parentId()).indexOf(step.id()) + 1;
        return view(
                request,
                target.county(),
                new Shown(timeline, step, StepForm.of(step, place), FormErrors.none(), isLead(who)));
    }

    @Post("/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, @RequestBean StepPlace target, SignedIn who, @Body Map<String, Object> fields) {
        Timeline timeline = processes.get(target.id());
        Step step = timeline.mine(target.step(), who);
        StepForm form = StepForm.of(fields);
        if (!isLead(who)) {
            form = form.withinOf(step, timeline.beside(step.parentId()).indexOf(step.id()) + 1);
        }
        FormErrors errors = form.errors(timeline, step.id(), texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(request, target.county(), new Shown(timeline, step, form, errors, isLead(who))));
        }
        try {
            processes.change(timeline, step.id(), FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("workflow.fault.stale"));
            return Answers.staleOr(refusal)
                    .body(view(request, target.county(), new Shown(timeline, step, form, stale, isLead(who))));
        }
        return ProcessPages.see(target.county(), target.id());
    }

    @Get("/{step}/loeschen")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> askDelete(HttpRequest<?> request, @RequestBean StepPlace target) {
        Timeline timeline = processes.get(target.id());
        Step step = timeline.find(target.step()).orElseThrow(Refusal::notFound);
        PageFrame page = frames.of(request, "workflow.step.delete");
        return new ModelAndView<>(
                "workflow/deleteStep",
                Map.of(
                        "page",
                        crumbs(page, target.county(), timeline),
                        "base",
                        address(target.county(), timeline),
                        "step",
                        step,
                        "parts",
                        timeline.beside(step.id()).size()));
    }

    @Post("/{step}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(@RequestBean StepPlace target, SignedIn who, @Body Map<String, Object> fields) {
        processes.deleteStep(target.id(), target.step(), FieldChecks.version(fields), who);
        return ProcessPages.see(target.county(), target.id());
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String county, Shown shown) {
        Step step = shown.step();
        PageFrame page = frames.of(request, step == null ? "workflow.step.new" : "workflow.step.edit")
                .withErrors(shown.errors());
        String base = address(county, shown.timeline());
        var model = new HashMap<String, Object>();
        model.put("page", crumbs(page, county, shown.timeline()));
        model.put("action", base + "/schritte" + (step == null ? "" : "/" + step.id()));
        model.put("base", base);
        model.put("version", step == null ? "" : String.valueOf(step.version()));
        model.put(
                "parents",
                choices(shown.timeline(), line -> !line.isPart() && !line.step().equals(step)));
        model.put(
                "states",
                Arrays.stream(StepState.values())
                        .map(state -> Choice.of(state.text(), page.t(state.wordKey())))
                        .toList());
        model.put("form", shown.form());
        model.put("lead", shown.lead());
        model.put("others", choices(shown.timeline(), line -> !line.step().equals(step)));
        model.put(
                "owners",
                shown.timeline().owners().entrySet().stream()
                        .map(owner -> Choice.of(owner.getKey().toString(), owner.getValue()))
                        .toList());
        model.put("changes", step == null ? List.of() : processes.listChanges(step.id()));
        return new ModelAndView<>("workflow/step", model);
    }

    private static List<Choice> choices(Timeline timeline, Predicate<Line> wanted) {
        return timeline.lines().stream()
                .filter(wanted)
                .map(line -> Choice.of(
                        line.step().id().toString(),
                        line.number() + " " + line.step().title()))
                .toList();
    }

    private static boolean isLead(SignedIn who) {
        return who.role().equals(Roles.LEAD);
    }

    private static PageFrame crumbs(PageFrame page, String county, Timeline timeline) {
        return page.withBreadcrumb(
                ProcessPages.start(page, county),
                ProcessPages.all(page, county),
                new Crumb(timeline.process().title(), address(county, timeline)),
                Crumb.here(page.title()));
    }

    private static String address(String county, Timeline timeline) {
        return ProcessPages.base(county) + "/" + timeline.process().id();
    }
}
