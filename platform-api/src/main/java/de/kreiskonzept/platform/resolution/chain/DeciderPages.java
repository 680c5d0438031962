package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeState;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which committee decides on the concept. */
@Hidden
@Controller("/{county}/vorlagen/beschlussgremium")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD})
class DeciderPages {
    private final ConceptAdoption adoption;
    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    DeciderPages(ConceptAdoption adoption, Committees committees, PageFrames frames, Texts texts) {
        this.adoption = adoption;
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who) {
        String chosen = adoption.findCommittee().map(UUID::toString).orElse("");
        return view(request, county, choices(who), chosen, FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        String chosen = FieldChecks.field(fields, "committee");
        UUID id = Inputs.id(chosen);
        List<Choice> choices = choices(who);
        if (id == null || choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            FormErrors errors = FormErrors.none().with("committee", texts.text("chain.fault.committee"));
            return HttpResponse.unprocessableEntity().body(view(request, county, choices, chosen, errors));
        }
        adoption.choose(id, who);
        return HttpResponse.seeOther(URI.create(ResolutionLinks.base(county)));
    }

    private List<Choice> choices(SignedIn who) {
        return committees.read(who).structure().committees().stream()
                .filter(one -> one.stateOn(committees.today()) != CommitteeState.DISSOLVED)
                .map(DeciderPages::choice)
                .toList();
    }

    private static Choice choice(Committee one) {
        return Choice.of(one.id().toString(), one.name());
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, List<Choice> choices, String chosen, FormErrors errors) {
        PageFrame page = frames.of(request, "chain.decider.title").withErrors(errors);
        return new ModelAndView<>(
                "resolution/decider",
                Map.of(
                        "page",
                        ResolutionLinks.below(page, county, Crumb.here(page.title())),
                        "base",
                        ResolutionLinks.base(county),
                        "committees",
                        choices,
                        "chosen",
                        chosen));
    }
}
