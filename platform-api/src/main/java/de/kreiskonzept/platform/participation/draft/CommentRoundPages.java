package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.CommentRound;
import de.kreiskonzept.model.participation.CommentState;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comment rounds: their list, one of them with who is invited, and the form for its words and its last day. */
@Hidden
@Controller("/{county}/beteiligung")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class CommentRoundPages {
    private static final int USUAL_WEEKS = 4;
    private static final Set<String> DONE = Set.of(
            "angelegt", "gespeichert", "eingeladen", "geoeffnet", "gesendet", "gesperrt", "entfernt", "geschlossen");

    private final CommentRounds rounds;
    private final Inviting inviting;
    private final PageFrames frames;
    private final Texts texts;

    CommentRoundPages(CommentRounds rounds, Inviting inviting, PageFrames frames, Texts texts) {
        this.rounds = rounds;
        this.inviting = inviting;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, SignedIn who) {
        PageFrame page = frames.of(request, "commenting.list.title");
        return new ModelAndView<>(
                "commenting/list",
                Map.of(
                        "page", page.withBreadcrumb(start(page, county), Crumb.here(page.title())),
                        "base", base(county),
                        "rounds", rounds.list(),
                        "lead", isLead(who),
                        "day", GermanTime.DAY));
    }

    @Get("/neu")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        var form = new CommentRoundForm(
                "",
                texts.text("commenting.form.introduction"),
                "",
                rounds.today().plusWeeks(USUAL_WEEKS).toString());
        return form(request, county, form, null, FormErrors.none());
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        CommentRoundForm form = CommentRoundForm.of(fields);
        FormErrors errors = form.errors(rounds.today(), null, texts);
        return errors.isEmpty()
                ? done(county, rounds.create(form, who), "angelegt")
                : HttpResponse.unprocessableEntity().body(form(request, county, form, null, errors));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Nullable @QueryValue String erledigt) {
        CommentRoundStore.Line line = rounds.getCounted(id);
        PageFrame page = frames.of(request, "commenting.title", line.round().name());
        if (erledigt != null && DONE.contains(erledigt)) {
            page = page.withNotice(Notice.success(texts.text("commenting.done." + erledigt)));
        }
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title())));
        model.put("base", base(county) + "/" + id);
        model.put("line", line);
        model.put("invitees", isLead(who) ? inviting.list(id) : List.of());
        model.put("lead", isLead(who));
        model.put("takes", line.round().takesContributions(rounds.today()));
        model.put("addresses", isLead(who) ? addresses(line.round()) : "");
        model.put("day", GermanTime.DAY);
        model.put("zoned", GermanTime.day(rounds.zone()));
        return new ModelAndView<>("commenting/round", model);
    }

    private String addresses(CommentRound round) {
        return round.forgetsAddressesOn(rounds.zone())
                .map(day -> texts.text(
                        day.isAfter(rounds.today()) ? "commenting.addresses.until" : "commenting.addresses.gone",
                        day.format(GermanTime.DAY)))
                .orElse("");
    }

    @Get("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        CommentRound round = rounds.get(id);
        CommentRounds.require(round, CommentState.DRAFT, CommentState.OPEN);
        return form(request, county, CommentRoundForm.of(round), round, FormErrors.none());
    }

    @Post("/{id}/bearbeiten")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        CommentRound round = rounds.get(id);
        CommentRoundForm form = CommentRoundForm.of(fields);
        FormErrors errors = form.errors(rounds.today(), round, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, county, form, round, errors));
        }
        rounds.change(id, FieldChecks.version(fields), form, who);
        return done(county, id, "gespeichert");
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request,
            String county,
            CommentRoundForm form,
            @Nullable CommentRound round,
            FormErrors errors) {
        PageFrame page = frames.of(request, round == null ? "commenting.new" : "commenting.edit")
                .withErrors(errors);
        String here = base(county) + (round == null ? "" : "/" + round.id());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                round == null
                        ? page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title()))
                        : below(page, county, round));
        model.put("action", here + (round == null ? "" : "/bearbeiten"));
        model.put("cancel", here);
        model.put("version", round == null ? "" : String.valueOf(round.version()));
        model.put("form", form);
        return new ModelAndView<>("commenting/form", model);
    }

    /** Whether this person leads the concept. */
    static boolean isLead(SignedIn who) {
        return who.role().equals(Roles.LEAD);
    }

    /** Address of the comment rounds of a county. */
    static String base(String county) {
        return "/" + county + "/beteiligung";
    }

    /** Answers with the page of the round and a message. */
    static HttpResponse<?> done(String county, UUID id, String what) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id + "?erledigt=" + what));
    }

    /** A page below that of a round. */
    static PageFrame below(PageFrame page, String county, CommentRound round) {
        return page.withBreadcrumb(
                start(page, county),
                all(page, county),
                new Crumb(round.name(), base(county) + "/" + round.id()),
                Crumb.here(page.title()));
    }

    private static Crumb start(PageFrame page, String county) {
        return new Crumb(page.t("commenting.crumb.start"), "/" + county + "/");
    }

    private static Crumb all(PageFrame page, String county) {
        return new Crumb(page.t("commenting.list.title"), base(county));
    }
}
