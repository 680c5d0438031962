package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.Consultation.Role;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.ResolutionLinks;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.agenda.Places;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which committees deal with a paper, in which order. */
@Hidden
@Controller("/{county}/vorlagen/{id}/beratungen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ConsultationPages {
    private final CouncilPapers papers;
    private final Consultations consultations;
    private final Committees committees;
    private final Places places;
    private final PageFrames frames;
    private final Texts texts;

    ConsultationPages(
            CouncilPapers papers,
            Consultations consultations,
            Committees committees,
            Places places,
            PageFrames frames,
            Texts texts) {
        this.papers = papers;
        this.consultations = consultations;
        this.committees = committees;
        this.places = places;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        var asked = new Asked(request, county, papers.read(id, null, who), null);
        return form(asked, ConsultationForm.empty(), committees.read(who), FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        var asked = new Asked(request, county, papers.read(id, null, who), null);
        var typed = ConsultationForm.of(fields);
        CommitteeBook book = committees.read(who);
        FormErrors errors = typed.errors(texts, book, places.listOpen(), consultations.today());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(asked, typed, book, errors));
        }
        consultations.add(id, typed, who);
        return ResolutionLinks.see(county, id);
    }

    @Get("/{turn}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID turn) {
        var asked = Asked.of(request, county, papers.read(id, null, who), turn);
        return form(asked, ConsultationForm.of(asked.found()), committees.read(who), FormErrors.none());
    }

    @Post("/{turn}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, UUID id, UUID turn, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        var asked = Asked.of(request, county, papers.read(id, null, who), turn);
        var typed = ConsultationForm.of(fields);
        CommitteeBook book = committees.read(who);
        FormErrors errors = typed.errors(texts, book, places.listOpen(), consultations.today());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(asked, typed, book, errors));
        }
        consultations.change(id, turn, FieldChecks.version(fields), typed, who);
        return ResolutionLinks.see(county, id);
    }

    @Post("/{turn}/hoch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> up(String county, SignedIn who, UUID id, UUID turn) {
        consultations.move(id, turn, true, who);
        return ResolutionLinks.see(county, id);
    }

    @Post("/{turn}/runter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> down(String county, SignedIn who, UUID id, UUID turn) {
        consultations.move(id, turn, false, who);
        return ResolutionLinks.see(county, id);
    }

    @Get("/{turn}/loeschen")
    ModelAndView<Map<String, Object>> askRemove(
            HttpRequest<?> request, String county, SignedIn who, UUID id, UUID turn) {
        var asked = Asked.of(request, county, papers.read(id, null, who), turn);
        PageFrame page = frames.of(request, "chain.remove");
        String here = ResolutionLinks.paper(county, id);
        return new ModelAndView<>(
                "resolution/confirm",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, asked.whole()),
                        "action",
                        here + "/beratungen/" + turn + "/loeschen",
                        "question",
                        page.t("chain.removeQuestion", asked.found().committee()),
                        "cancel",
                        here,
                        "version",
                        asked.found().version()));
    }

    @Post("/{turn}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(String county, SignedIn who, UUID id, UUID turn, @Body Map<String, Object> fields) {
        consultations.remove(id, turn, FieldChecks.version(fields), who);
        return ResolutionLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> form(
            Asked asked, ConsultationForm typed, CommitteeBook book, FormErrors errors) {
        Turn turn = asked.turn();
        PageFrame page = frames.of(asked.request(), turn == null ? "chain.add" : "chain.change")
                .withErrors(errors);
        String here = asked.paper();
        var model = new HashMap<String, Object>();
        model.put("page", ResolutionLinks.belowPaper(page, asked.county(), asked.whole()));
        model.put("here", here);
        model.put(
                "action",
                here + "/beratungen"
                        + (turn == null ? "" : "/" + turn.consultation().id()));
        model.put("form", typed);
        model.put("version", turn == null ? "" : String.valueOf(turn.version()));
        model.put("committees", committees(book));
        model.put("places", places(turn));
        model.put(
                "roles",
                Arrays.stream(Role.values())
                        .map(role -> Choice.of(role.text(), texts.text("voting.role." + role.text())))
                        .toList());
        model.put(
                "publicities",
                Arrays.stream(Publicity.values())
                        .map(one -> Choice.of(one.text(), texts.text("voting.publicity." + one.text())))
                        .toList());
        return new ModelAndView<>("resolution/turn", model);
    }

    private List<Choice> places(@Nullable Turn turn) {
        return places.listOpen().stream()
                .filter(one -> turn == null || turn.consultation().committeeId().equals(one.committee()))
                .map(one -> Choice.of(
                        one.item().toString(),
                        texts.text(
                                "chain.placeChoice",
                                one.committeeName(),
                                NameLines.print(one.day()),
                                one.number(),
                                one.title())))
                .toList();
    }

    private static List<Choice> committees(CommitteeBook book) {
        return book.structure().committees().stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }
}
