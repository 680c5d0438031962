package de.kreiskonzept.platform.onboarding.proposal;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that lists what the answers would create or change, and the one confirmation. */
@Hidden
@Controller("/{county}/start/vorschlaege")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ProposalPages {
    private final Proposing proposing;
    private final PageFrames frames;
    private final Texts texts;

    ProposalPages(Proposing proposing, PageFrames frames, Texts texts) {
        this.proposing = proposing;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, @Nullable @QueryValue String erledigt) {
        PageFrame page = frames.of(request, "proposal.title")
                .withNotice(erledigt == null ? null : Notice.success(texts.text("proposal.done")));
        Proposing.Shown shown = proposing.get();
        return view(page, county, shown, ProposalForm.of(shown));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        PageFrame page = frames.of(request, "proposal.title");
        Proposing.Shown shown = proposing.get();
        ProposalForm form = ProposalForm.of(shown, fields);
        FormErrors errors = form.errors(shown, texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(page.withErrors(errors), county, shown, form));
        }
        try {
            proposing.confirm(FieldChecks.field(fields, "digest"), form.addresses(shown), who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("proposal.stale"));
            Proposing.Shown now = proposing.get();
            return Answers.staleOr(refusal).body(view(page.withErrors(stale), county, now, ProposalForm.of(now)));
        }
        return HttpResponse.seeOther(URI.create(base(county) + "?erledigt=ja"));
    }

    private ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, Proposing.Shown shown, ProposalForm form) {
        return new ModelAndView<>(
                "onboarding/proposals",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("onboarding.crumb.start"), "/" + county + "/"),
                                new Crumb(page.t("onboarding.title"), "/" + county + "/start"),
                                Crumb.here(page.title())),
                        "home",
                        "/" + county,
                        "action",
                        base(county),
                        "shown",
                        shown,
                        "form",
                        form));
    }

    private static String base(String county) {
        return "/" + county + "/start/vorschlaege";
    }
}
