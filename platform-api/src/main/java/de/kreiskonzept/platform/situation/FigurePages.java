package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.ChartKind;
import de.kreiskonzept.model.situation.Figure;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Figures.Place;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Zahlen, Daten, Fakten of a version, each as chart and table, and the form of one. */
@Hidden
@Controller("/{county}/konzept/zahlen")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class FigurePages {
    private final Figures figures;
    private final FigureGroups groups;
    private final PlainDrafts drafts;
    private final PageFrames frames;
    private final Texts texts;

    FigurePages(Figures figures, FigureGroups groups, PlainDrafts drafts, PageFrames frames, Texts texts) {
        this.figures = figures;
        this.groups = groups;
        this.drafts = drafts;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String undo) {
        FigureFilter filter = FigureFilter.of(request.getParameters().asMap(String.class, String.class));
        PageFrame page = frames.of(request, "situation.figures.title");
        Optional<FigureGroups.Shown> shown = groups.find(filter);
        if (shown.isEmpty() && filter.version() == null) {
            return HttpResponse.ok(new ModelAndView<>(
                    "concept/start",
                    Map.of(
                            "page",
                            page,
                            "base",
                            ConceptLinks.base(county),
                            "title",
                            "",
                            "structure",
                            who.role().equals(Roles.LEAD),
                            "undo",
                            "")));
        }
        FigureGroups.Shown found = shown.orElseThrow(Refusal::notFound);
        ConceptTree tree = found.tree();
        boolean undoable = undo != null && undo.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("home", "/" + county);
        model.put("shown", found);
        model.put("filter", filter);
        model.put("sections", FigureGroups.choices(tree));
        model.put("changes", ConceptLinks.structure(who, tree.version()));
        model.put("undo", undoable ? base(county) + "/" + undo + "/wiederherstellen" : "");
        model.put("texts", texts);
        return HttpResponse.ok(new ModelAndView<>("situation/figures", model));
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    HttpResponse<ModelAndView<Map<String, Object>>> blank(HttpRequest<?> request, String county, SignedIn who) {
        Place place = place(request.getParameters().asMap(String.class, String.class));
        figures.requireCreate(place, who);
        return HttpResponse.ok(form(request, county, new Shown(null, place, FigureForm.EMPTY, 0), FormErrors.none()));
    }

    @Post("/neu")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        Place place = place(fields);
        figures.requireCreate(place, who);
        FigureForm form = FigureForm.of(fields);
        FormErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(request, county, new Shown(null, place, form, 0), errors));
        }
        return after(county, figures.get(figures.create(place, form, who)));
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    HttpResponse<ModelAndView<Map<String, Object>>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        Figure figure = figures.requireChange(id, who);
        PlainDrafts.Form draft = FigureForm.draft(figure);
        var offer = drafts.offer(request, county, draft);
        if (offer.isPresent()) {
            return HttpResponse.ok(offer.get());
        }
        PlainDrafts.Begun begun = drafts.begin(request, draft);
        var shown = new Shown(id, placeOf(figure), FigureForm.of(begun.fields()), begun.version());
        return HttpResponse.ok(form(request, county, shown, FormErrors.none()));
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Figure stored = figures.requireChange(id, who);
        FigureForm form = FigureForm.of(fields);
        FormErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            var shown = new Shown(id, placeOf(stored), form, FieldChecks.version(fields));
            return HttpResponse.unprocessableEntity().body(form(request, county, shown, errors));
        }
        try {
            figures.change(id, FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            var stale = FormErrors.none().with("name", texts.text("situation.fault.stale"));
            return Answers.staleOr(refusal)
                    .body(form(request, county, new Shown(id, placeOf(stored), form, stored.version()), stale));
        }
        drafts.end(FigureForm.draft(stored), who);
        return after(county, stored);
    }

    @Post("/{id}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Figure figure = figures.get(id);
        figures.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county) + "?version=" + figure.versionId() + "&undo=" + id));
    }

    @Post("/{id}/wiederherstellen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(String county, SignedIn who, UUID id) {
        figures.restore(id, who);
        return after(county, figures.get(id));
    }

    private record Shown(@Nullable UUID id, Place place, FigureForm form, long version) {}

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, Shown shown, FormErrors errors) {
        UUID known = shown.id();
        boolean fresh = known == null;
        PageFrame page = frames.of(request, fresh ? "situation.figure.new" : "situation.figure.edit")
                .withErrors(errors);
        var hidden = new HashMap<String, String>();
        if (fresh) {
            Optional.ofNullable(shown.place().version()).ifPresent(id -> hidden.put("fassung", id.toString()));
            Optional.ofNullable(shown.place().section()).ifPresent(id -> hidden.put("abschnitt", id.toString()));
        } else {
            hidden.put("version", String.valueOf(shown.version()));
        }
        var model = new HashMap<String, Object>();
        if (known != null) {
            PlainDrafts.Form draft = FigureForm.draft(figures.get(known));
            model.putAll(drafts.beat(request, county, draft));
            page = drafts.told(page, request, draft);
        }
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("action", base(county) + (fresh ? "/neu" : "/" + shown.id() + "/bearbeiten"));
        model.put("cancelHref", base(county) + query(shown.place()));
        model.put("hidden", Map.copyOf(hidden));
        model.put("kinds", kinds());
        model.put("form", shown.form());
        return new ModelAndView<>("situation/figureForm", model);
    }

    private List<Choice> kinds() {
        return List.of(
                Choice.of(ChartKind.BAR.text(), texts.text("situation.chart.bar")),
                Choice.of(ChartKind.LINE.text(), texts.text("situation.chart.line")));
    }

    private static HttpResponse<?> after(String county, Figure figure) {
        return HttpResponse.seeOther(
                URI.create(base(county) + "?version=" + figure.versionId() + "#zahl-" + figure.id()));
    }

    private static String query(Place place) {
        return place.section() == null ? "?version=" + place.version() : "?abschnitt=" + place.section();
    }

    private static Place placeOf(Figure figure) {
        return new Place(figure.versionId(), null);
    }

    private static Place place(Map<String, ?> fields) {
        return FigureGroups.place(FieldChecks.field(fields, "fassung"), FieldChecks.field(fields, "abschnitt"));
    }

    private static String base(String county) {
        return ConceptLinks.base(county) + "/zahlen";
    }
}
