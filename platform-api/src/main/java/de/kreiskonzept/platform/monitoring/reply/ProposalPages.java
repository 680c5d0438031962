package de.kreiskonzept.platform.monitoring.reply;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.ReplyState;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.AssessmentForm;
import de.kreiskonzept.platform.monitoring.evidence.Download;
import de.kreiskonzept.platform.monitoring.reply.Proposals.Board;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusChoice;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers of a round as a lead sees them: a list to accept from, and the page to change one or ask back. */
@Hidden
@Controller("/{county}/berichtsrunden/{id}/antworten")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ProposalPages {
    private static final int LONGEST_QUESTION = 2000;

    private final Proposals proposals;
    private final Rounds rounds;
    private final PageFrames frames;
    private final Texts texts;

    ProposalPages(Proposals proposals, Rounds rounds, PageFrames frames, Texts texts) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> board(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String zustand) {
        ReplyState state = Arrays.stream(ReplyState.values())
                .filter(value -> value.text().equals(zustand))
                .findFirst()
                .orElse("alle".equals(zustand) ? null : ReplyState.GIVEN);
        Board board = proposals.board(id, state);
        PageFrame page = frames.of(request, "reply.board.title");
        String done = request.getParameters().get("uebernommen");
        if (done != null && done.matches("\\d{1,4}")) {
            page = page.withNotice(Notice.success(texts.text("reply.board.accepted", Integer.parseInt(done))));
        }
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, board.round(), Crumb.here(page.title()))));
        model.put("board", board);
        model.put("state", state == null ? "alle" : state.text());
        model.put("base", base(county, id));
        return new ModelAndView<>("reply/board", model);
    }

    @Post("/uebernehmen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> acceptAll(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        String body = FieldChecks.field(fields, "body");
        int number = proposals.acceptAll(id, body.matches("[0-9a-f-]{36}") ? UUID.fromString(body) : null, who);
        return HttpResponse.seeOther(URI.create(base(county, id) + "?uebernommen=" + number));
    }

    @Get("/{reply}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, UUID reply) {
        Reply one = proposals.get(id, reply);
        TrafficLight light = one.light();
        ReasonClass reason = one.reason();
        String choice = light == null ? "" : StatusChoice.value(proposals.vocabulary(), light, one.status());
        var typed = new Typed(choice, reason == null ? "" : reason.text(), one.words(), "");
        return view(request, county, one, typed, FormErrors.none());
    }

    @Get("/{reply}/anhang/{file}")
    HttpResponse<byte[]> file(UUID id, UUID reply, UUID file) {
        return Download.of(proposals.findFile(id, reply, file));
    }

    /** What was typed into the two halves of the page. */
    private record Typed(String choice, String reason, String justification, String question) {}

    /** Which answer of which round is meant. */
    @Introspected
    record Place(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID reply) {}

    /** Accepts, changes or asks back, by the button {@code step} that was pressed. */
    @Post("/{reply}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request, SignedIn who, @RequestBean Place place, @Body Map<String, Object> fields) {
        Reply one = proposals.get(place.id(), place.reply());
        var typed = new Typed(
                FieldChecks.field(fields, "light"),
                FieldChecks.field(fields, "reason"),
                FieldChecks.field(fields, "justification"),
                FieldChecks.field(fields, "question"));
        AssessmentForm form =
                AssessmentForm.chosen(proposals.vocabulary(), typed.choice(), typed.reason(), typed.justification());
        String question = typed.question();
        boolean back = FieldChecks.field(fields, "step").equals("back");
        FormErrors errors = back ? questionErrors(question) : form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(request, place.county(), one, typed, errors));
        }
        if (back) {
            proposals.askBack(one, FieldChecks.version(fields), question, who);
        } else {
            proposals.accept(one, FieldChecks.version(fields), form.light(errors), who);
        }
        return HttpResponse.seeOther(URI.create(base(place.county(), place.id()) + (back ? "" : "?uebernommen=1")));
    }

    private FormErrors questionErrors(String question) {
        if (question.isBlank()) {
            return FormErrors.none().with("question", texts.text("reply.fault.question"));
        }
        return FormErrors.none().withLimit("question", question, LONGEST_QUESTION, texts);
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, Reply reply, Typed typed, FormErrors errors) {
        PageFrame page = frames.of(request, "reply.decide.title").withErrors(errors);
        Round round = rounds.get(reply.roundId());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(crumbs(
                        page,
                        county,
                        round,
                        new Crumb(page.t("reply.board.title"), base(county, reply.roundId())),
                        Crumb.here(page.title()))));
        model.put("reply", reply);
        model.put("files", proposals.files(List.of(reply)).getOrDefault(reply.id(), List.of()));
        model.put("choices", StatusChoice.list(proposals.vocabulary(), reply.kind(), "", texts));
        model.put("light", typed.choice());
        model.put("reason", typed.reason());
        model.put("justification", typed.justification());
        model.put("question", typed.question());
        model.put("base", base(county, reply.roundId()));
        return new ModelAndView<>("reply/decide", model);
    }

    private static Crumb[] crumbs(PageFrame page, String county, Round round, Crumb... last) {
        String base = "/" + county + "/berichtsrunden";
        var crumbs = new Crumb[last.length + 3];
        crumbs[0] = new Crumb(page.t("reply.crumb.start"), "/" + county + "/");
        crumbs[1] = new Crumb(page.t("reply.crumb.rounds"), base);
        crumbs[2] = new Crumb(round.name(), base + "/" + round.id());
        System.arraycopy(last, 0, crumbs, 3, last.length);
        return crumbs;
    }

    private static String base(String county, UUID round) {
        return "/" + county + "/berichtsrunden/" + round + "/antworten";
    }
}
