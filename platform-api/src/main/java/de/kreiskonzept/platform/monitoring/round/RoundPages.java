package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.stand.Stands;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reporting rounds: their list, one of them with the bodies it asks, and the form for its dates and words. */
@Hidden
@Controller("/{county}/berichtsrunden")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class RoundPages {
    /** How days are written. */
    private static final Set<String> DONE = Set.of(
            "angelegt", "gespeichert", "ermittelt", "geoeffnet", "erinnert", "gesendet", "gesperrt", "geschlossen");

    private final Rounds rounds;
    private final RoundStore store;
    private final Stands stands;
    private final PageFrames frames;
    private final Texts texts;

    RoundPages(Rounds rounds, RoundStore store, Stands stands, PageFrames frames, Texts texts) {
        this.rounds = rounds;
        this.store = store;
        this.stands = stands;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "round.list.title");
        return new ModelAndView<>(
                "round/list",
                Map.of(
                        "page",
                        page.withBreadcrumb(crumbs(page, county, Crumb.here(page.title()))),
                        "base",
                        base(county),
                        "rounds",
                        store.list(),
                        "day",
                        GermanTime.DAY));
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        var today = rounds.today();
        var form = new RoundForm(
                texts.text("round.form.proposal", String.valueOf(today.getYear())),
                today.toString(),
                today.plusWeeks(4).toString(),
                "lead",
                texts.text("round.form.message"));
        return formView(request, county, form, null, FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        RoundForm form = RoundForm.of(fields);
        FormErrors errors = form.check(rounds.today(), null, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(formView(request, county, form, null, errors));
        }
        return done(county, rounds.create(form, who), "angelegt");
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String erledigt) {
        return view(request, county, rounds.getWhole(id), erledigt, FormErrors.none());
    }

    @Get("/{id}/bearbeiten")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        Round round = rounds.get(id);
        Rounds.require(round, RoundState.DRAFT, RoundState.OPEN);
        return formView(request, county, RoundForm.of(round), round, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Round round = rounds.get(id);
        RoundForm form = RoundForm.of(fields);
        FormErrors errors = form.check(rounds.today(), round, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(formView(request, county, form, round, errors));
        }
        rounds.change(id, FieldChecks.version(fields), form, who);
        return done(county, id, "gespeichert");
    }

    /** Stores the addresses of the table of bodies, all or none. */
    @Post("/{id}/stellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> address(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Rounds.Whole whole = rounds.getWhole(id);
        var addresses = new Addresses(whole.bodies(), fields);
        FormErrors errors = addresses.check(texts);
        if (!errors.isEmpty()) {
            var shown = new Rounds.Whole(whole.round(), addresses.typed(), whole.unasked(), whole.counted());
            return HttpResponse.unprocessableEntity().body(view(request, county, shown, null, errors));
        }
        rounds.address(id, addresses.all(), who);
        return done(county, id, "gespeichert");
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, Rounds.Whole whole, @Nullable String done, FormErrors errors) {
        PageFrame page = frames.of(request, "round.title", whole.round().name()).withErrors(errors);
        if (done != null && DONE.contains(done)) {
            page = page.withNotice(Notice.success(texts.text("round.done." + done)));
        }
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(crumbs(
                        page, county, new Crumb(page.t("round.list.title"), base(county)), Crumb.here(page.title()))));
        model.put("home", "/" + county + "/");
        model.put("base", base(county) + "/" + whole.round().id());
        model.put("whole", whole);
        model.put(
                "stand",
                stands.findOfRound(whole.round().id())
                        .map(one -> one.id().toString())
                        .orElse(""));
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("round/round", model);
    }

    private ModelAndView<Map<String, Object>> formView(
            HttpRequest<?> request, String county, RoundForm form, @Nullable Round round, FormErrors errors) {
        PageFrame page = frames.of(request, round == null ? "round.form.new" : "round.form.edit")
                .withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(crumbs(
                        page, county, new Crumb(page.t("round.list.title"), base(county)), Crumb.here(page.title()))));
        model.put("action", base(county) + (round == null ? "" : "/" + round.id() + "/bearbeiten"));
        model.put("cancel", base(county) + (round == null ? "" : "/" + round.id()));
        model.put("version", round == null ? "" : String.valueOf(round.version()));
        model.put("draft", round == null || round.openedAt() == null);
        model.put("form", form);
        return new ModelAndView<>("round/form", model);
    }

    /** Address of the rounds of a county. */
    static String base(String county) {
        return "/" + county + "/berichtsrunden";
    }

    /** Answers with the page of the round and a message. */
    static HttpResponse<?> done(String county, UUID id, String what) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id + "?erledigt=" + what));
    }

    /** Breadcrumb from the start page on. */
    static Crumb[] crumbs(PageFrame page, String county, Crumb... last) {
        var crumbs = new Crumb[last.length + 1];
        crumbs[0] = new Crumb(page.t("round.crumb.start"), "/" + county + "/");
        System.arraycopy(last, 0, crumbs, 1, last.length);
        return crumbs;
    }
}
