package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.situation.Indicators.Owner;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The indicators of a version, the page of one with its chart and table, and its two forms: what is counted, and the values. */
@Hidden
@Controller("/{county}/konzept/indikatoren")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class IndicatorPages {
    private final Indicators indicators;
    private final Concepts concepts;
    private final PlainDrafts drafts;
    private final PageFrames frames;
    private final Texts texts;

    IndicatorPages(Indicators indicators, Concepts concepts, PlainDrafts drafts, PageFrames frames, Texts texts) {
        this.indicators = indicators;
        this.concepts = concepts;
        this.drafts = drafts;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String undo) {
        IndicatorFilter filter = IndicatorFilter.of(request.getParameters().asMap(String.class, String.class));
        var current = concepts.findCurrentVersion().map(ConceptVersion::id);
        List<IndicatorLine> lines =
                current.map(id -> indicators.list(filter, id)).orElse(List.of());
        Owner owner = filter.owner();
        PageFrame page = frames.of(request, "situation.indicators.title");
        boolean undoable = undo != null && undo.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return HttpResponse.ok(new ModelAndView<>(
                "situation/indicators",
                Map.of(
                        "page",
                        page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())),
                        "base",
                        ConceptLinks.base(county),
                        "home",
                        "/" + county,
                        "filter",
                        filter,
                        "creates",
                        owner != null && current.isPresent() && indicators.mayCreate(owner, who),
                        "undo",
                        undoable ? base(county) + "/" + undo + "/wiederherstellen" : "",
                        "lines",
                        lines)));
    }

    @Get("/{id}")
    HttpResponse<ModelAndView<Map<String, Object>>> show(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        IndicatorLine line = indicators.get(id);
        PageFrame page =
                frames.of(request, "situation.indicator.title", line.indicator().name());
        var model = new HashMap<String, Object>(shared(county, page, line));
        model.put("chart", Charts.of(line, texts));
        model.put("measures", indicators.mayMeasure(line.indicator(), who));
        model.put("defines", indicators.mayDefine(line.indicator(), who));
        return HttpResponse.ok(new ModelAndView<>("situation/indicator", model));
    }

    @Get("/neu")
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<ModelAndView<Map<String, Object>>> blank(HttpRequest<?> request, String county, SignedIn who) {
        Owner owner = owner(request.getParameters().asMap(String.class, String.class));
        indicators.requireCreate(owner, who);
        return HttpResponse.ok(
                form(request, county, new Shown(null, owner, IndicatorForm.EMPTY, 0), FormErrors.none()));
    }

    @Post("/neu")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        Owner owner = owner(fields);
        indicators.requireCreate(owner, who);
        IndicatorForm form = IndicatorForm.of(fields);
        FormErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(request, county, new Shown(null, owner, form, 0), errors));
        }
        return HttpResponse.seeOther(URI.create(base(county) + "/" + indicators.create(owner, form, who)));
    }

    @Get("/{id}/bearbeiten")
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<ModelAndView<Map<String, Object>>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        Indicator indicator = indicators.requireDefine(id, who);
        PlainDrafts.Form draft = IndicatorForm.draft(indicator);
        var offer = drafts.offer(request, county, draft);
        if (offer.isPresent()) {
            return HttpResponse.ok(offer.get());
        }
        PlainDrafts.Begun begun = drafts.begin(request, draft);
        var shown = new Shown(id, new Owner(null, null), IndicatorForm.of(begun.fields()), begun.version());
        return HttpResponse.ok(form(request, county, shown, FormErrors.none()));
    }

    @Post("/{id}/bearbeiten")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Indicator stored = indicators.requireDefine(id, who);
        IndicatorForm form = IndicatorForm.of(fields);
        FormErrors errors = form.check(texts);
        Owner none = new Owner(null, null);
        if (!errors.isEmpty()) {
            var shown = new Shown(id, none, form, FieldChecks.version(fields));
            return HttpResponse.unprocessableEntity().body(form(request, county, shown, errors));
        }
        try {
            indicators.change(id, FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            return Answers.staleOr(refusal)
                    .body(form(request, county, new Shown(id, none, form, stored.version()), stale("name")));
        }
        drafts.end(IndicatorForm.draft(stored), who);
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    @Get("/{id}/werte")
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<ModelAndView<Map<String, Object>>> readings(
            HttpRequest<?> request, String county, SignedIn who, UUID id) {
        indicators.requireMeasure(id, who);
        IndicatorLine line = indicators.get(id);
        PlainDrafts.Form draft = IndicatorForm.draft(line);
        var offer = drafts.offer(request, county, draft);
        if (offer.isPresent()) {
            return HttpResponse.ok(offer.get());
        }
        PlainDrafts.Begun begun = drafts.begin(request, draft);
        var typed = new Values(begun.fields().getOrDefault("values", ""), begun.version());
        return HttpResponse.ok(values(request, county, line, typed, FormErrors.none()));
    }

    @Post("/{id}/werte")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> measure(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        indicators.requireMeasure(id, who);
        String typed = FieldChecks.field(fields, "values");
        FormErrors errors = SituationFields.readings(FormErrors.none(), "values", typed, texts);
        IndicatorLine line = indicators.get(id);
        if (!errors.isEmpty()) {
            var values = new Values(typed, FieldChecks.version(fields));
            return HttpResponse.unprocessableEntity().body(values(request, county, line, values, errors));
        }
        try {
            indicators.measure(
                    id, FieldChecks.version(fields), ReadingLines.read(typed).readings(), who);
        } catch (Refusal refusal) {
            var both = new Values(typed, line.seriesVersion());
            return Answers.staleOr(refusal).body(values(request, county, line, both, stale("values")));
        }
        drafts.end(IndicatorForm.draft(line), who);
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    @Post("/{id}/loeschen")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        UUID version = indicators.get(id).indicator().versionId();
        indicators.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county) + "?version=" + version + "&undo=" + id));
    }

    @Post("/{id}/wiederherstellen")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(String county, SignedIn who, UUID id) {
        indicators.restore(id, who);
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    private record Shown(@Nullable UUID id, Owner owner, IndicatorForm form, long version) {}

    private record Values(String text, long version) {}

    private FormErrors stale(String field) {
        return FormErrors.none().with(field, texts.text("situation.fault.stale"));
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, Shown shown, FormErrors errors) {
        UUID id = shown.id();
        boolean fresh = id == null;
        PageFrame page = frames.of(request, fresh ? "situation.indicator.new" : "situation.indicator.edit")
                .withErrors(errors);
        UUID goal = shown.owner().goal();
        UUID measure = shown.owner().measure();
        Map<String, String> hidden = fresh
                ? Map.of(goal == null ? "massnahme" : "ziel", String.valueOf(goal == null ? measure : goal))
                : Map.of("version", String.valueOf(shown.version()));
        var model = new HashMap<String, Object>();
        if (id != null) {
            Indicator indicator = indicators.get(id).indicator();
            PlainDrafts.Form draft = IndicatorForm.draft(indicator);
            model.putAll(drafts.beat(request, county, draft));
            page = drafts.told(page, request, draft);
        }
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("action", base(county) + (fresh ? "/neu" : "/" + shown.id() + "/bearbeiten"));
        model.put("cancelHref", base(county) + (fresh ? "" : "/" + shown.id()));
        model.put("hidden", hidden);
        model.put("form", shown.form());
        return new ModelAndView<>("situation/indicatorForm", model);
    }

    private ModelAndView<Map<String, Object>> values(
            HttpRequest<?> request, String county, IndicatorLine line, Values values, FormErrors errors) {
        PageFrame page = frames.of(
                        request, "situation.values.title", line.indicator().name())
                .withErrors(errors);
        PlainDrafts.Form draft = IndicatorForm.draft(line);
        var model = new HashMap<String, Object>(shared(county, drafts.told(page, request, draft), line));
        model.putAll(drafts.beat(request, county, draft));
        model.put("text", values.text());
        model.put("version", values.version());
        return new ModelAndView<>("situation/values", model);
    }

    private static Map<String, Object> shared(String county, PageFrame page, IndicatorLine line) {
        return Map.of(
                "page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())),
                "base", ConceptLinks.base(county),
                "line", line);
    }

    private static String base(String county) {
        return ConceptLinks.base(county) + "/indikatoren";
    }

    private static Owner owner(Map<String, ?> fields) {
        return new Owner(id(fields, "ziel"), id(fields, "massnahme"));
    }

    private static @Nullable UUID id(Map<String, ?> fields, String name) {
        String id = FieldChecks.field(fields, name);
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }
}
