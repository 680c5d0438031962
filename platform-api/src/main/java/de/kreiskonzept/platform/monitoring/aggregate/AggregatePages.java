package de.kreiskonzept.platform.monitoring.aggregate;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.AggregateOverride;
import de.kreiskonzept.model.monitoring.Aggregates;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.Ampel;
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
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rule by which lights become one colour, and the page where the colour of one part is set and explained. */
@Hidden
@Controller("/{county}/ampel")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AggregatePages {
    private static final String WHOLE = "gesamt";

    private final Aggregation aggregation;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    AggregatePages(Aggregation aggregation, PageFrames frames, Texts texts, Clock clock) {
        this.aggregation = aggregation;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get("/regel")
    ModelAndView<Map<String, Object>> rule(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String gespeichert) {
        Aggregation.Chosen chosen = aggregation.rule();
        PageFrame page = frames.of(request, "aggregate.rule.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("aggregate.saved")));
        return ruleView(page, county, RuleForm.of(chosen.rule()), chosen, who);
    }

    @Post("/regel")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        RuleForm form = RuleForm.of(fields);
        FormErrors errors = form.errors(texts);
        PageFrame page = frames.of(request, "aggregate.rule.title");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(ruleView(page.withErrors(errors), county, form, aggregation.rule(), who));
        }
        try {
            aggregation.choose(form.checked(), FieldChecks.version(fields), who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("aggregate.stale"));
            return Answers.staleOr(refusal)
                    .body(ruleView(page.withErrors(stale), county, form, aggregation.rule(), who));
        }
        return HttpResponse.seeOther(URI.create("/" + county + "/ampel/regel?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> ruleView(
            PageFrame page, String county, RuleForm form, Aggregation.Chosen chosen, SignedIn who) {
        var model = model(page, county, who);
        model.put("form", form);
        model.put("version", chosen.version());
        return new ModelAndView<>("aggregate/rule", model);
    }

    @Get("/gesamtfarbe/{place}")
    ModelAndView<Map<String, Object>> colour(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            String place,
            @Nullable @QueryValue String gespeichert) {
        Ampel.Place part = aggregation.get(id(place));
        AggregateOverride set = part.aggregate().override();
        PageFrame page = frames.of(request, "aggregate.colour.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("aggregate.saved")));
        var form = set == null
                ? new ColourForm("", "")
                : new ColourForm(set.light().text(), set.reason());
        return colourView(page, county, part, form, who);
    }

    @Post("/gesamtfarbe/{place}")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(
            HttpRequest<?> request, String county, SignedIn who, String place, @Body Map<String, Object> fields) {
        Ampel.Place part = aggregation.get(id(place));
        ColourForm form = ColourForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            PageFrame page = frames.of(request, "aggregate.colour.title").withErrors(errors);
            return HttpResponse.unprocessableEntity().body(colourView(page, county, part, form, who));
        }
        aggregation.decide(part.id(), form.checked(), form.reason(), who);
        return saved(county, place);
    }

    @Post("/gesamtfarbe/{place}/berechnen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(String county, SignedIn who, String place) {
        aggregation.decide(id(place), null, "", who);
        return saved(county, place);
    }

    private static HttpResponse<?> saved(String county, String place) {
        return HttpResponse.seeOther(URI.create("/" + county + "/ampel/gesamtfarbe/" + place + "?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> colourView(
            PageFrame page, String county, Ampel.Place part, ColourForm form, SignedIn who) {
        var model = model(page, county, who);
        model.put("part", part);
        model.put("action", "/" + county + "/ampel/gesamtfarbe/" + (isWhole(part) ? WHOLE : part.id()));
        model.put("form", form);
        model.put("history", aggregation.history(part.id()));
        model.put("time", time);
        return new ModelAndView<>("aggregate/colour", model);
    }

    private static boolean isWhole(Ampel.Place part) {
        return part.id().equals(Aggregates.WHOLE);
    }

    private static Map<String, Object> model(PageFrame page, String county, SignedIn who) {
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("aggregate.crumb.start"), "/" + county + "/"),
                        new Crumb(page.t("aggregate.crumb.ampel"), "/" + county + "/ampel"),
                        Crumb.here(page.title())));
        model.put("ampel", "/" + county + "/ampel");
        model.put("changes", who.role().equals(Roles.LEAD));
        return model;
    }

    private static UUID id(String place) {
        if (place.equals(WHOLE)) {
            return Aggregates.WHOLE;
        }
        if (!place.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Refusal.notFound();
        }
        return UUID.fromString(place);
    }
}
