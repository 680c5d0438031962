package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The four questions, one page with the question and the level in its address. */
@Hidden
@Controller("/{county}/konzept/auswertung")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class QuestionPages {
    private final Questions questions;
    private final PageFrames frames;
    private final DateTimeFormatter day;

    QuestionPages(Questions questions, PageFrames frames, Clock clock) {
        this.questions = questions;
        this.frames = frames;
        this.day = GermanTime.day(clock.getZone());
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> show(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue UUID version) {
        QuestionFilter filter = QuestionFilter.of(request.getParameters().asMap(String.class, String.class));
        var found = questions.find(Optional.ofNullable(version), filter);
        PageFrame page = frames.of(request, "question.title");
        if (found.isEmpty() && version == null) {
            return HttpResponse.ok(new ModelAndView<>(
                    "concept/start",
                    Map.of(
                            "page",
                            page,
                            "base",
                            ConceptLinks.base(county),
                            "title",
                            "",
                            "structure",
                            who.role().equals(Roles.LEAD),
                            "undo",
                            "")));
        }
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(ConceptLinks.crumbs(page, county, List.of())));
        model.put("base", ConceptLinks.base(county));
        model.put("home", "/" + county);
        model.put("answered", found.orElseThrow(Refusal::notFound));
        model.put("day", day);
        return HttpResponse.ok(new ModelAndView<>("question/answers", model));
    }
}
