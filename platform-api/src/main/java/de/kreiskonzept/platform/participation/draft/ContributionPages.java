package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.participation.Moderation;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.participation.AnswerForm;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What was said to a draft: listed for everybody in the county, moderated and answered by the lead. */
@Hidden
@Controller("/{county}/beteiligung/{id}/beitraege")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ContributionPages {
    private final Contributions contributions;
    private final WorkingIn workingIn;
    private final PageFrames frames;
    private final Texts texts;

    ContributionPages(Contributions contributions, WorkingIn workingIn, PageFrames frames, Texts texts) {
        this.contributions = contributions;
        this.workingIn = workingIn;
        this.frames = frames;
        this.texts = texts;
    }

    /** Which contribution an address names. */
    @Introspected
    record Target(
            @PathVariable String county,
            @PathVariable UUID id,
            @PathVariable UUID contribution) {
        String base() {
            return ContributionPages.base(county, id);
        }
    }

    @Get
    @Secured(SecurityRule.IS_AUTHENTICATED)
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        ContributionFilter filter =
                ContributionFilter.of(request.getParameters().asMap(String.class, String.class));
        Contributions.Board board = contributions.board(id, who);
        PageFrame page = frames.of(request, "commenting.board.title");
        var model = new HashMap<String, Object>();
        model.put("page", CommentRoundPages.below(page, county, board.round()));
        model.put("base", base(county, id));
        model.put("board", board);
        model.put("said", filter.of(board.text(), board.said()));
        model.put("filter", filter);
        model.put("lead", CommentRoundPages.isLead(who));
        return new ModelAndView<>("commenting/board", model);
    }

    @Get("/{contribution}")
    ModelAndView<Map<String, Object>> one(HttpRequest<?> request, SignedIn who, @RequestBean Target target) {
        Said said = contributions.get(target.id(), target.contribution(), who);
        var stored = said.contribution();
        var form = new AnswerForm(stored.decision().text(), stored.answer(), stored.carriedOut());
        return form(request, who, target, form, FormErrors.none());
    }

    @Post("/{contribution}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request, SignedIn who, @RequestBean Target target, @Body Map<String, Object> fields) {
        Said said = contributions.get(target.id(), target.contribution(), who);
        AnswerForm form = AnswerForm.of(fields);
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, who, target, form, errors));
        }
        contributions.answer(said.contribution(), FieldChecks.version(fields), form, who);
        return HttpResponse.seeOther(URI.create(target.base()));
    }

    @Post("/{contribution}/zeigen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> show(SignedIn who, @RequestBean Target target, @Body Map<String, Object> fields) {
        return moderate(who, target, fields, Moderation.SHOWN);
    }

    @Post("/{contribution}/verbergen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> hide(SignedIn who, @RequestBean Target target, @Body Map<String, Object> fields) {
        return moderate(who, target, fields, Moderation.HIDDEN);
    }

    private HttpResponse<?> moderate(SignedIn who, Target target, Map<String, Object> fields, Moderation next) {
        Said said = contributions.get(target.id(), target.contribution(), who);
        contributions.moderate(said.contribution(), FieldChecks.version(fields), next, who);
        return HttpResponse.seeOther(URI.create(target.base() + "/" + target.contribution()));
    }

    /** The form of the draft that carries out what was taken, beside what was said. */
    @Get("/{contribution}/uebernehmen")
    ModelAndView<Map<String, Object>> workIn(HttpRequest<?> request, SignedIn who, @RequestBean Target target) {
        Said said = contributions.get(target.id(), target.contribution(), who);
        PageFrame page = frames.of(request, "participation.takeOver.title");
        var model = model(page, who, target, said);
        model.put("concept", "/" + target.county() + "/konzept");
        model.put("sheet", workingIn.find(said.contribution()).orElse(null));
        return new ModelAndView<>("commenting/workIn", model);
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, SignedIn who, Target target, AnswerForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "commenting.answer.title").withErrors(errors);
        var model = model(page, who, target, contributions.get(target.id(), target.contribution(), who));
        model.put("form", form);
        return new ModelAndView<>("commenting/answer", model);
    }

    private Map<String, Object> model(PageFrame page, SignedIn who, Target target, Said said) {
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                CommentRoundPages.below(
                        page,
                        target.county(),
                        contributions.board(target.id(), who).round()));
        model.put("base", target.base());
        model.put("said", said);
        return model;
    }

    private static String base(String county, UUID id) {
        return CommentRoundPages.base(county) + "/" + id + "/beitraege";
    }
}
