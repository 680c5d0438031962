package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.lineage.Retrospect;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.history.HistoryLine;
import de.kreiskonzept.platform.concept.retrospect.RetrospectStore;
import de.kreiskonzept.platform.concept.together.HistoryView;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.concept.writing.Sheet;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The former goals with what the version says of them, as a list with a filter in the address, and each with its form. */
@Hidden
@Controller("/{county}/konzept/fassung/{id}/rueckblick")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class RetrospectPages {
    private final Retrospection retrospection;
    private final HistoryView history;
    private final PlainDrafts drafts;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    RetrospectPages(
            Retrospection retrospection,
            HistoryView history,
            PlainDrafts drafts,
            PageFrames frames,
            Texts texts,
            Clock clock) {
        this.retrospection = retrospection;
        this.history = history;
        this.drafts = drafts;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    /** What was typed into the form, with the version of what was shown. */
    private record Typed(String attainment, String explanation, long version) {
        static Typed of(Retrospect retrospect) {
            return new Typed(retrospect.attainment().text(), retrospect.explanation(), retrospect.version());
        }

        static Typed of(Map<String, ?> fields) {
            return new Typed(
                    FieldChecks.field(fields, "attainment"),
                    FieldChecks.field(fields, "explanation"),
                    FieldChecks.version(fields));
        }

        Typed at(long other) {
            return new Typed(attainment, explanation, other);
        }
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue String stand) {
        Retrospection.Shown shown = retrospection.get(id);
        Optional<Attainment> only = Attainment.find(stand == null ? "" : stand);
        PageFrame page = frames.of(request, "retrospect.title");
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, shown)));
        model.put("base", ConceptLinks.base(county));
        model.put("shown", shown);
        model.put(
                "lines",
                shown.lines().stream()
                        .filter(line -> only.isEmpty() || line.retrospect().attainment() == only.get())
                        .toList());
        model.put("only", only.map(Attainment::text).orElse(""));
        model.put("tells", ConceptLinks.structure(who, shown.after()));
        model.put("time", time);
        return new ModelAndView<>("retrospect/list", model);
    }

    @Get("/{ziel}")
    ModelAndView<Map<String, Object>> one(
            HttpRequest<?> request, String county, UUID id, UUID ziel, @Nullable @QueryValue String gespeichert) {
        SignedIn who = who(request);
        var place = new Place(id, ziel);
        PageFrame page = frames.of(request, "retrospect.one.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("retrospect.saved")));
        if (!ConceptLinks.structure(who, retrospection.get(id).after())) {
            return form(page, county, who, place, null);
        }
        PlainDrafts.Form draft = draft(place);
        PlainDrafts.Begun begun = drafts.begin(request, draft);
        Typed typed = Typed.of(begun.fields()).at(begun.version());
        return drafts.offer(request, county, draft).orElseGet(() -> {
            var shown = form(page, county, who, place, typed);
            shown.getModel().ifPresent(model -> model.putAll(drafts.beat(request, county, draft)));
            return shown;
        });
    }

    @Post("/{ziel}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> tell(HttpRequest<?> request, String county, UUID id, UUID ziel, @Body Map<String, Object> fields) {
        SignedIn who = who(request);
        Typed typed = Typed.of(fields);
        var place = new Place(id, ziel);
        PageFrame page = frames.of(request, "retrospect.one.title");
        FormErrors errors =
                FieldChecks.length(FormErrors.none(), "explanation", typed.explanation(), Retrospect.LONGEST, texts);
        Optional<Attainment> attainment = Attainment.find(typed.attainment());
        if (attainment.isEmpty()) {
            errors = errors.with("attainment", texts.text("concept.fault.choice"));
        }
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(page.withErrors(errors), county, who, place, typed));
        }
        try {
            var said = new Retrospection.Said(attainment.orElseThrow(), typed.explanation());
            retrospection.tell(id, ziel, typed.version(), said, who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = page.withErrors(FormErrors.none().with("", texts.text("retrospect.stale")));
            return answer.body(form(stale, county, who, place, typed));
        }
        drafts.end(draft(place), who);
        return HttpResponse.seeOther(
                URI.create(ConceptLinks.base(county) + "/fassung/" + id + "/rueckblick/" + ziel + "?gespeichert=ja"));
    }

    @Post("/{ziel}/entwurf/anwesend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> seen(SignedIn who, UUID id, UUID ziel) {
        return drafts.seen(draft(new Place(id, ziel)), who);
    }

    @Post("/{ziel}/entwurf")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> keep(SignedIn who, UUID id, UUID ziel, @Body Map<String, Object> fields) {
        return drafts.keep(draft(new Place(id, ziel)), fields, who);
    }

    @Post("/{ziel}/entwurf/verwerfen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> discard(String county, SignedIn who, UUID id, UUID ziel) {
        return drafts.discard(county, draft(new Place(id, ziel)), who);
    }

    private PlainDrafts.Form draft(Place place) {
        Retrospection.Line line = retrospection.get(place.version(), place.goal());
        Retrospect stored = line.retrospect();
        String path = "fassung/" + place.version() + "/rueckblick";
        return new PlainDrafts.Form(
                new Sheet(path + "/" + place.goal(), place.version(), null, stored.version()),
                RetrospectStore.subject(stored),
                texts.text("retrospect.title"),
                Map.of("attainment", stored.attainment().text(), "explanation", stored.explanation()),
                PlainDrafts.Place.inConcept("/" + path));
    }

    private static SignedIn who(HttpRequest<?> request) {
        return request.getUserPrincipal(SignedIn.class).orElseThrow();
    }

    private record Place(UUID version, UUID goal) {}

    private ModelAndView<Map<String, Object>> form(
            PageFrame page, String county, SignedIn who, Place place, @Nullable Typed typed) {
        Retrospection.Shown shown = retrospection.get(place.version());
        Retrospection.Line line = retrospection.get(place.version(), place.goal());
        Retrospect stored = line.retrospect();
        // What somebody else has stored meanwhile stands above the form, so saving once more is meant.
        Typed filled = typed == null ? Typed.of(stored) : typed.at(stored.version());
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, shown)));
        model.put("base", ConceptLinks.base(county));
        model.put("address", address(county, place.version()));
        model.put("shown", shown);
        model.put("line", line);
        model.put("other", typed != null && typed.version() != stored.version());
        model.put("attainment", filled.attainment());
        model.put("explanation", filled.explanation());
        model.put("version", filled.version());
        model.put("choices", choices());
        model.put("tells", ConceptLinks.structure(who, shown.after()));
        model.put("time", time);
        model.put("history", history(who, stored));
        return new ModelAndView<>("retrospect/one", model);
    }

    private List<HistoryLine> history(SignedIn who, Retrospect stored) {
        if (!List.of(Roles.ADMIN, Roles.LEAD, Roles.EDITOR).contains(who.role())) {
            return List.of();
        }
        return history.latest(RetrospectStore.subject(stored));
    }

    private List<Choice> choices() {
        return Arrays.stream(Attainment.values())
                .map(value -> Choice.of(value.text(), texts.text("concept.attainment." + value.text())))
                .toList();
    }

    private static String address(String county, UUID version) {
        return ConceptLinks.base(county) + "/fassung/" + version + "/rueckblick";
    }

    private static Crumb[] crumbs(PageFrame page, String county, Retrospection.Shown shown) {
        UUID id = shown.after().id();
        var version = new Crumb(shown.after().label(), VersionPages.address(county, id));
        String title = page.t("retrospect.title");
        return page.title().equals(title)
                ? VersionPages.crumbs(page, county, version, Crumb.here(title))
                : VersionPages.crumbs(
                        page, county, version, new Crumb(title, address(county, id)), Crumb.here(page.title()));
    }
}
