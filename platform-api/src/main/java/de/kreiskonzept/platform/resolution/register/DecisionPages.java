package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.decided.BallotWords;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of decisions, each with its votes, and how far it is carried out. */
@Hidden
@Controller("/{county}/beschluesse")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionPages {
    private static final int ROWS = 50;

    private final Decisions decisions;
    private final RegisterChoices choices;
    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    DecisionPages(Decisions decisions, RegisterChoices choices, Committees committees, PageFrames frames, Texts texts) {
        this.decisions = decisions;
        this.choices = choices;
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue Integer page) {
        var filter = DecisionFilter.of(request.getParameters().asMap(String.class, String.class));
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        var found = decisions.list(filter, who, new DecisionStore.Part((number - 1) * ROWS, ROWS));
        PageFrame frame = frames.of(request, "register.title");
        var model = new HashMap<String, Object>();
        model.put("page", frame.withBreadcrumb(start(frame, county), Crumb.here(frame.title())));
        model.put("base", base(county));
        model.put("county", "/" + county);
        model.put("filter", filter);
        model.put("lines", found.lines());
        model.put("today", decisions.today());
        model.put("paging", new Paging(number, ROWS, found.total(), base(county) + filter.query()));
        model.put("committees", choices.committees());
        model.put("states", choices.statesWithOverdue());
        model.put("lead", isLead(who));
        return new ModelAndView<>("resolution/register", model);
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        return form(request, county, DecisionForm.empty(), FormErrors.none());
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        DecisionForm typed = DecisionForm.of(fields);
        CommitteeBook book = committees.read(who);
        FormErrors errors = typed.errors(texts, book, decisions.today());
        return errors.isEmpty()
                ? see(county, decisions.create(typed, who))
                : HttpResponse.unprocessableEntity().body(form(request, county, typed, errors));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, DecisionForm typed, FormErrors errors) {
        PageFrame page = frames.of(request, "register.new").withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", below(page, county, Crumb.here(page.title())));
        model.put("base", base(county));
        model.put("form", typed);
        model.put("committees", choices.committees());
        model.put("publicities", choices.publicities());
        model.put("results", choices.results());
        model.put("majorities", choices.majorities());
        model.put("states", choices.states());
        return new ModelAndView<>("resolution/newDecision", model);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        RegisterLine line = decisions.get(id, who);
        PageFrame page = frames.of(
                request,
                "register.one",
                line.committee(),
                choices.day(line.decision().day()));
        var model = new HashMap<String, Object>();
        model.put("page", below(page, county, Crumb.here(page.title())));
        model.put("here", base(county) + "/" + id);
        model.put("county", "/" + county);
        model.put("line", line);
        model.put("words", new BallotWords(line.decision().ballot(), texts));
        model.put("overdue", line.decision().isOverdue(decisions.today()));
        model.put("lead", isLead(who));
        model.put("measures", isLead(who) ? choices.measures(line) : List.of());
        return new ModelAndView<>("resolution/decision", model);
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        RegisterLine line = decisions.get(id, who);
        return progress(request, county, line, new Typed(ProgressForm.of(line.decision()), FormErrors.none()));
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        ProgressForm typed = ProgressForm.of(fields);
        FormErrors errors = typed.errors(FormErrors.none(), texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(progress(request, county, decisions.get(id, who), new Typed(typed, errors)));
        }
        decisions.change(id, FieldChecks.version(fields), typed, who);
        return see(county, id);
    }

    private record Typed(ProgressForm form, FormErrors errors) {}

    private ModelAndView<Map<String, Object>> progress(
            HttpRequest<?> request, String county, RegisterLine line, Typed typed) {
        PageFrame page = frames.of(request, "register.edit").withErrors(typed.errors());
        String here = base(county) + "/" + line.decision().id();
        String name = texts.text(
                "register.one", line.committee(), choices.day(line.decision().day()));
        return new ModelAndView<>(
                "resolution/progress",
                Map.of(
                        "page",
                        below(page, county, new Crumb(name, here), Crumb.here(page.title())),
                        "here",
                        here,
                        "form",
                        typed.form(),
                        "version",
                        line.decision().version(),
                        "states",
                        choices.states()));
    }

    @Post("/{id}/massnahmen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> carry(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        decisions.carry(id, RegisterChoices.measure(FieldChecks.field(fields, "measure")), who);
        return see(county, id);
    }

    @Post("/{id}/massnahmen/{measure}/loesen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> drop(String county, SignedIn who, UUID id, UUID measure) {
        decisions.drop(id, measure, who);
        return see(county, id);
    }

    private static PageFrame below(PageFrame page, String county, Crumb... last) {
        var crumbs = new Crumb[last.length + 2];
        crumbs[0] = start(page, county);
        crumbs[1] = new Crumb(page.t("register.title"), base(county));
        System.arraycopy(last, 0, crumbs, 2, last.length);
        return page.withBreadcrumb(crumbs);
    }

    private static Crumb start(PageFrame page, String county) {
        return new Crumb(page.t("resolution.crumb.start"), "/" + county + "/");
    }

    private static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    private static String base(String county) {
        return "/" + county + "/beschluesse";
    }

    private static boolean isLead(SignedIn who) {
        return who.role().equals(Roles.LEAD);
    }
}
