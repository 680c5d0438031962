package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.model.voting.Result;
import de.kreiskonzept.model.voting.VoteSentence;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What came of a committee's turn; a sentence of the minutes fills the form, and people confirm it. */
@Hidden
@Controller("/{county}/vorlagen/{id}/beratungen/{turn}/ergebnis")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class VotePages {
    private static final int LONGEST_SENTENCE = 500;

    private final CouncilPapers papers;
    private final Consultations consultations;
    private final Voting voting;
    private final ConceptAdoption adoption;
    private final PageFrames frames;
    private final Texts texts;

    VotePages(
            CouncilPapers papers,
            Consultations consultations,
            Voting voting,
            ConceptAdoption adoption,
            PageFrames frames,
            Texts texts) {
        this.papers = papers;
        this.consultations = consultations;
        this.voting = voting;
        this.adoption = adoption;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID turn) {
        Asked asked = Asked.of(request, county, papers.read(id, null, who), turn);
        if (asked.found().consultation().result() != Result.NONE) {
            throw Consultations.refused("chain.refused.closed");
        }
        VoteForm form = VoteForm.of(asked.whole(), asked.found());
        String sentence = sentence(request);
        Optional<VoteSentence> said = VoteSentence.read(sentence);
        FormErrors errors = sentence.isEmpty() || said.isPresent()
                ? FormErrors.none()
                : FormErrors.none().with("satz", texts.text("chain.fault.sentence"));
        return view(asked, said.map(form::saying).orElse(form), errors);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request, String county, UUID id, UUID turn, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Asked asked = Asked.of(request, county, papers.read(id, null, who), turn);
        VoteForm typed = VoteForm.of(fields);
        FormErrors errors = typed.errors(texts, consultations.today());
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(asked, typed, errors));
        }
        voting.decide(id, turn, FieldChecks.version(fields), typed, who);
        return ResolutionLinks.see(county, id);
    }

    private static String sentence(HttpRequest<?> request) {
        String text =
                request.getParameters().get("satz", String.class).orElse("").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_SENTENCE));
    }

    private ModelAndView<Map<String, Object>> view(Asked asked, VoteForm form, FormErrors errors) {
        PageFrame page = frames.of(
                        asked.request(), "chain.vote.title", asked.found().committee())
                .withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", ResolutionLinks.belowPaper(page, asked.county(), asked.whole()));
        model.put("here", asked.paper());
        model.put("turn", asked.found());
        model.put("form", form);
        model.put("sentence", sentence(asked.request()));
        model.put(
                "adopts", adoption.follows(asked.whole().paper(), asked.found().consultation()));
        model.put(
                "concerns",
                ConceptAdoption.concerns(asked.whole().paper(), asked.found().consultation()));
        model.put("changes", adoption.countChanges(asked.whole().paper()));
        model.put("deciding", adoption.findCommittee().isPresent());
        model.put("chooser", ResolutionLinks.base(asked.county()) + "/beschlussgremium");
        model.put("results", results(texts));
        model.put("majorities", majorities(texts));
        return new ModelAndView<>("resolution/vote", model);
    }

    static List<Choice> majorities(Texts texts) {
        return MajorityRule.list().stream()
                .map(rule -> Choice.of(rule.text(), texts.text("voting.majority." + rule.text())))
                .toList();
    }

    static List<Choice> results(Texts texts) {
        return Arrays.stream(Result.values())
                .filter(result -> result != Result.NONE)
                .map(result -> Choice.of(result.text(), texts.text(result.wordKey())))
                .toList();
    }
}
