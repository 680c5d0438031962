package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.model.resolution.PaperState;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Papers: their list, one of them with its text, and the form that begins one or gives it another title. */
@Hidden
@Controller("/{county}/vorlagen")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class PaperPages {
    private static final int ROWS = 50;

    private final CouncilPapers papers;
    private final Sources sources;
    private final PageFrames frames;
    private final Texts texts;

    PaperPages(CouncilPapers papers, Sources sources, PageFrames frames, Texts texts) {
        this.papers = papers;
        this.sources = sources;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue Integer page) {
        var filter = PaperFilter.of(request.getParameters().asMap(String.class, String.class));
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        PaperStore.Page found = papers.list(filter, who, (number - 1) * ROWS, ROWS);
        PageFrame frame = frames.of(request, "resolution.list.title");
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                frame.withBreadcrumb(
                        new Crumb(frame.t("resolution.crumb.start"), "/" + county + "/"), Crumb.here(frame.title())));
        model.put("base", ResolutionLinks.base(county));
        model.put("filter", filter);
        model.put("lines", found.lines());
        model.put("paging", new Paging(number, ROWS, found.total(), ResolutionLinks.base(county) + filter.query()));
        model.put("kinds", kinds());
        model.put(
                "states",
                Arrays.stream(PaperState.values())
                        .map(state -> Choice.of(state.text(), texts.text(state.wordKey())))
                        .toList());
        model.put("lead", isLead(who));
        model.put("decides", isLead(who) || who.role().equals(Roles.ADMIN));
        return new ModelAndView<>("resolution/list", model);
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        return form(request, county, PaperForm.empty(), FormErrors.none());
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        PaperForm typed = PaperForm.of(fields);
        FormErrors errors = typed.errors(texts);
        return errors.isEmpty()
                ? ResolutionLinks.see(county, papers.create(typed, who))
                : HttpResponse.unprocessableEntity().body(form(request, county, typed, errors));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, PaperForm typed, FormErrors errors) {
        PageFrame page = frames.of(request, "resolution.new").withErrors(errors);
        return new ModelAndView<>(
                "resolution/form",
                Map.of(
                        "page",
                        ResolutionLinks.below(page, county, Crumb.here(page.title())),
                        "base",
                        ResolutionLinks.base(county),
                        "form",
                        typed,
                        "kinds",
                        kinds(),
                        "sources",
                        sources.list()));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue Integer fassung) {
        Whole whole = papers.read(id, fassung, who);
        PageFrame page = frames.of(request, "resolution.title", whole.paper().title());
        var model = new HashMap<String, Object>();
        model.put("page", ResolutionLinks.below(page, county, Crumb.here(page.title())));
        model.put("county", "/" + county);
        model.put("here", ResolutionLinks.paper(county, id));
        model.put("whole", whole);
        model.put("blocks", new PaperBlocks(whole, texts));
        model.put("editions", whole.last());
        model.put("source", sources.name(whole.paper()));
        model.put("lead", isLead(who));
        return new ModelAndView<>("resolution/paper", model);
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        Whole whole = papers.read(id, null, who);
        return naming(request, county, whole, PaperForm.of(whole.paper()), FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        PaperForm typed = PaperForm.of(fields);
        FormErrors errors = typed.nameErrors(texts);
        if (!errors.isEmpty()) {
            Whole whole = papers.read(id, null, who);
            return HttpResponse.unprocessableEntity().body(naming(request, county, whole, typed, errors));
        }
        papers.name(id, FieldChecks.version(fields), typed, who);
        return ResolutionLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> naming(
            HttpRequest<?> request, String county, Whole whole, PaperForm typed, FormErrors errors) {
        PageFrame page = frames.of(request, "resolution.edit").withErrors(errors);
        return new ModelAndView<>(
                "resolution/naming",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, whole),
                        "here",
                        ResolutionLinks.paper(county, whole.paper().id()),
                        "form",
                        typed,
                        "version",
                        whole.paper().version()));
    }

    private List<Choice> kinds() {
        return Arrays.stream(PaperKind.values())
                .map(kind -> Choice.of(kind.text(), texts.text(kind.wordKey())))
                .toList();
    }

    private static boolean isLead(SignedIn who) {
        return who.role().equals(Roles.LEAD);
    }
}
