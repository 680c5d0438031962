package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.resolution.CouncilPapers;
import de.kreiskonzept.platform.resolution.ResolutionLinks;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A result that was written down wrongly: what stood there before, and the form that corrects it. */
@Hidden
@Controller("/{county}/vorlagen/{id}/beratungen/{turn}/korrektur")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class CorrectionPages {
    private final CouncilPapers papers;
    private final Consultations consultations;
    private final Correction correction;
    private final PageFrames frames;
    private final Texts texts;

    CorrectionPages(
            CouncilPapers papers, Consultations consultations, Correction correction, PageFrames frames, Texts texts) {
        this.papers = papers;
        this.consultations = consultations;
        this.correction = correction;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID turn) {
        Asked asked = Asked.of(request, county, papers.read(id, null, who), turn);
        if (asked.found().consultation().result() == Result.NONE) {
            throw Consultations.refused("chain.refused.notDecided");
        }
        return view(asked, CorrectionForm.of(asked.found()), FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(
            HttpRequest<?> request, String county, UUID id, UUID turn, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Asked asked = Asked.of(request, county, papers.read(id, null, who), turn);
        CorrectionForm typed = CorrectionForm.of(fields);
        FormErrors errors = typed.errors(texts, consultations.today());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(asked, typed, errors));
        }
        correction.correct(id, turn, FieldChecks.version(fields), typed, who);
        return ResolutionLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> view(Asked asked, CorrectionForm form, FormErrors errors) {
        PageFrame page = frames.of(
                        asked.request(), "chain.correct.title", asked.found().committee())
                .withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", ResolutionLinks.belowPaper(page, asked.county(), asked.whole()));
        model.put("here", asked.paper());
        model.put("turn", asked.found());
        model.put("form", form);
        model.put("former", correction.list(asked.found().consultation().id()));
        model.put("zone", consultations.zone());
        model.put("texts", texts);
        model.put("results", VotePages.results(texts));
        model.put("majorities", VotePages.majorities(texts));
        return new ModelAndView<>("resolution/correction", model);
    }
}
