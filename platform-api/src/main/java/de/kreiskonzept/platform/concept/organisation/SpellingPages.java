package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which organisations the spellings of the concept mean; proposed, and confirmed by a person. */
@Hidden
@Controller("/{county}/organisationen/zuordnen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SpellingPages {
    private static final int ROWS = 50;

    private final Directory directory;
    private final Matching matching;
    private final PageFrames frames;
    private final Texts texts;

    SpellingPages(Directory directory, Matching matching, PageFrames frames, Texts texts) {
        this.directory = directory;
        this.matching = matching;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, String county, @Nullable @QueryValue Integer fertig) {
        PageFrame page = frames.of(request, "directory.match.title");
        return view(
                fertig == null ? page : page.withNotice(Notice.success(texts.text("directory.match.done", fertig))),
                county);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        try {
            int taken = matching.confirm(Matching.answers(fields), who);
            return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "/zuordnen?fertig=" + taken));
        } catch (Refusal refusal) {
            PageFrame page = frames.of(request, "directory.match.title");
            var errors = FormErrors.none().with("wahl-0", refusal.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(page.withErrors(errors), county));
        }
    }

    private ModelAndView<Map<String, Object>> view(PageFrame page, String county) {
        List<Matching.Question> all = matching.questions(directory.unknown());
        return new ModelAndView<>(
                "directory/match",
                Map.of(
                        "page", OrganisationPages.below(page, county),
                        "action", OrganisationPages.base(county) + "/zuordnen",
                        "cancelHref", OrganisationPages.base(county),
                        "questions", all.stream().limit(ROWS).toList(),
                        "more", Math.max(0, all.size() - ROWS)));
    }
}
