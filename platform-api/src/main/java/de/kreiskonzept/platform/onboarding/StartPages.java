package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.platform.catalogue.Offers;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of all questions with how far they are, and the same with all answers for paper. */
@Hidden
@Controller("/{county}/start")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class StartPages {
    private final Answering answering;
    private final Offers offers;
    private final PageFrames frames;
    private final Texts texts;

    StartPages(Answering answering, Offers offers, PageFrames frames, Texts texts) {
        this.answering = answering;
        this.offers = offers;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, SignedIn who) {
        Answering.Whole whole = answering.get();
        PageFrame page = frames.of(request, "onboarding.title");
        List<PhaseTasks> parts = whole.checklist().phases().stream()
                .map(phase -> new PhaseTasks(
                        phase,
                        phase.questions().stream()
                                .map(question -> task(county, whole, question))
                                .toList()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("onboarding.crumb.start"), "/" + county + "/"), Crumb.here(page.title())));
        model.put("base", base(county));
        model.put("whole", whole);
        model.put("parts", parts);
        model.put("leads", who.role().equals(Roles.LEAD));
        offers.findFor(who).ifPresent(offer -> model.put("offer", offer));
        return new ModelAndView<>("onboarding/list", model);
    }

    /** "Stand der Vorklärung": what is settled and what is open, for the superior. */
    @Get("/stand")
    ModelAndView<Map<String, Object>> state(HttpRequest<?> request, String county) {
        Answering.Whole whole = answering.get();
        PageFrame page = frames.of(request, "onboarding.stand.title");
        return new ModelAndView<>(
                "onboarding/stand",
                Map.of("page", page.withBreadcrumb(crumbs(page, county)), "whole", whole, "day", GermanTime.DAY));
    }

    private Task task(String county, Answering.Whole whole, Question question) {
        Answer answer = whole.answers().of(question);
        var hint = new ArrayList<String>();
        if (!whole.owner(answer).isEmpty()) {
            hint.add(texts.text("onboarding.list.owner", whole.owner(answer)));
        }
        LocalDate due = answer.due();
        if (due != null) {
            String key = answer.isOverdue(whole.today()) ? "onboarding.list.overdue" : "onboarding.list.due";
            hint.add(texts.text(key, GermanTime.DAY.format(due)));
        }
        int advice = whole.answers().advice(question).size();
        if (advice > 0) {
            hint.add(texts.text("onboarding.list.advice", advice));
        }
        return new Task(
                whole.checklist().number(question) + ". " + question.title(),
                address(county, question),
                String.join(" · ", hint),
                texts.text(answer.state().wordKey()),
                kind(answer.state()));
    }

    private static Notice.@Nullable Kind kind(QuestionState state) {
        return switch (state) {
            case DECIDED -> Notice.Kind.SUCCESS;
            case IN_CLARIFICATION, UNDECIDED -> Notice.Kind.INFO;
            case UNOPENED, NOT_YET, NOT_APPLICABLE -> null;
        };
    }

    /** Address of the guided start. */
    static String base(String county) {
        return "/" + county + "/start";
    }

    /** Address of the page of a question. */
    static String address(String county, Question question) {
        return base(county) + "/fragen/" + question.key();
    }

    /** Steps from the start page to a page of the guided start. */
    static Crumb[] crumbs(PageFrame page, String county) {
        return new Crumb[] {
            new Crumb(page.t("onboarding.crumb.start"), "/" + county + "/"),
            new Crumb(page.t("onboarding.title"), base(county)),
            Crumb.here(page.title())
        };
    }
}
