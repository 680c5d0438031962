package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.onboarding.Plan;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.platform.concept.Answers;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page for each question: what is asked, what is risky about the answer, and what was saved before. */
@Hidden
@Controller("/{county}/start/fragen/{question}")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class QuestionPages {
    private final Answering answering;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    QuestionPages(Answering answering, PageFrames frames, Texts texts, Clock clock) {
        this.answering = answering;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            String question,
            @Nullable @QueryValue String gespeichert) {
        answering.open(question, who);
        Answering.Whole whole = answering.get();
        Question asked = Answering.question(whole, question);
        Saved saved = whole.saved(asked);
        var sheet = new Sheet(AnswerForm.of(saved.answer()), saved.version(), List.of());
        PageFrame page = frame(request, whole, asked)
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("onboarding.saved")));
        return HttpResponse.ok(view(page, county, whole, asked, model(whole, asked, sheet, who)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured({Roles.LEAD, Roles.EDITOR})
    HttpResponse<?> save(
            HttpRequest<?> request, String county, SignedIn who, String question, @Body Map<String, Object> fields) {
        Answering.Whole whole = answering.get();
        Question asked = Answering.question(whole, question);
        if (!whole.mayAnswer(asked, who)) {
            throw Refusal.forbidden();
        }
        AnswerForm form = AnswerForm.of(asked, fields);
        long version = FieldChecks.version(fields);
        FormErrors errors = form.check(asked, whole.owners().keySet(), texts);
        if (!errors.isEmpty()) {
            var sheet = new Sheet(form, version, List.of());
            PageFrame page = frame(request, whole, asked).withErrors(errors);
            return HttpResponse.unprocessableEntity()
                    .body(view(page, county, whole, asked, model(whole, asked, sheet, who)));
        }
        try {
            answering.save(form.answer(question), version, who);
        } catch (Refusal refusal) {
            Answering.Whole now = answering.get();
            Saved saved = now.saved(asked);
            var sheet = new Sheet(form, saved.version(), AnswerWords.differences(asked, saved.answer(), form, texts));
            PageFrame page =
                    frame(request, now, asked).withErrors(FormErrors.none().with("", texts.text("onboarding.stale")));
            return Answers.staleOr(refusal).body(view(page, county, now, asked, model(now, asked, sheet, who)));
        }
        return HttpResponse.seeOther(URI.create(StartPages.address(county, asked) + "?gespeichert=ja"));
    }

    @Get("/verlauf")
    ModelAndView<Map<String, Object>> history(HttpRequest<?> request, String county, String question) {
        Answering.Whole whole = answering.get();
        Question asked = Answering.question(whole, question);
        PageFrame page = frames.of(request, "onboarding.history.title", asked.title());
        return new ModelAndView<>(
                "onboarding/history",
                Map.of(
                        "page",
                        page.withBreadcrumb(StartPages.crumbs(page, county)),
                        "question",
                        asked,
                        "back",
                        StartPages.address(county, asked),
                        "changes",
                        answering.history(question),
                        "day",
                        GermanTime.DAY,
                        "time",
                        time));
    }

    private PageFrame frame(HttpRequest<?> request, Answering.Whole whole, Question question) {
        return frames.of(
                request,
                "onboarding.question.title",
                String.valueOf(whole.checklist().number(question)),
                question.title());
    }

    private Map<String, Object> model(Answering.Whole whole, Question question, Sheet sheet, SignedIn who) {
        var model = new HashMap<String, Object>();
        model.put("sheet", sheet);
        model.put("writes", whole.mayAnswer(question, who));
        model.put(
                "proposes",
                who.role().equals(Roles.LEAD)
                        && !Plan.of(whole.answers()).of(question).isEmpty());
        model.put(
                "states",
                Arrays.stream(QuestionState.values())
                        .filter(state -> state != QuestionState.UNOPENED)
                        .map(state -> Choice.of(state.text(), texts.text(state.wordKey())))
                        .toList());
        model.put(
                "owners",
                whole.owners().entrySet().stream()
                        .map(owner -> Choice.of(owner.getKey().toString(), owner.getValue()))
                        .toList());
        return model;
    }

    private static ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, Answering.Whole whole, Question question, Map<String, Object> model) {
        List<Question> all = whole.checklist().questions();
        int place = all.indexOf(question);
        model.put("page", page.withBreadcrumb(StartPages.crumbs(page, county)));
        model.put("base", StartPages.base(county));
        model.put("address", StartPages.address(county, question));
        model.put("whole", whole);
        model.put("question", question);
        model.put("next", place + 1 < all.size() ? StartPages.address(county, all.get(place + 1)) : "");
        model.put("day", GermanTime.DAY);
        return new ModelAndView<>("onboarding/question", model);
    }
}
