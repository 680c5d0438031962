package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.oparl.object.Publisher;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a county says what anybody may know of its committees. */
@Hidden
@Controller("/{county}/gremien/oparl")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD})
class CouncilReleasePages {
    private final Releasing releasing;
    private final Committees committees;
    private final Publisher publisher;
    private final PageFrames frames;
    private final Texts texts;

    CouncilReleasePages(
            Releasing releasing, Committees committees, Publisher publisher, PageFrames frames, Texts texts) {
        this.releasing = releasing;
        this.committees = committees;
        this.publisher = publisher;
        this.frames = frames;
        this.texts = texts;
    }

    private record Asked(HttpRequest<?> request, String county, List<Committee> known) {}

    @Get
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String gespeichert) {
        Notice saved = gespeichert == null ? null : Notice.success(texts.text("oparl.saved"));
        return view(asked(request, county, who), ReleaseForm.of(releasing.read()), FormErrors.none(), saved);
    }

    private Asked asked(HttpRequest<?> request, String county, SignedIn who) {
        return new Asked(request, county, committees.read(who).structure().committees());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        ReleaseForm form = ReleaseForm.of(fields);
        Asked asked = asked(request, county, who);
        FormErrors errors =
                form.errors(texts, asked.known().stream().map(Committee::id).collect(Collectors.toSet()));
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(asked, form, errors, null));
        }
        try {
            releasing.change(form.release(), who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = FormErrors.none().with("", texts.text("oparl.fault.stale"));
            return answer.body(view(asked, form.at(releasing.read().version()), stale, null));
        }
        return HttpResponse.seeOther(URI.create(CommitteeLinks.base(county) + "/oparl?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> view(
            Asked asked, ReleaseForm form, FormErrors errors, @Nullable Notice saved) {
        PageFrame page = frames.of(asked.request(), "oparl.title").withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", CommitteeLinks.below(saved == null ? page : page.withNotice(saved), asked.county()));
        model.put("base", CommitteeLinks.base(asked.county()));
        model.put("system", publisher.links().system());
        model.put("form", form);
        model.put(
                "committees",
                asked.known().stream()
                        .map(one -> Choice.of(one.id().toString(), one.name()))
                        .toList());
        return new ModelAndView<>("oparl/release", model);
    }
}
