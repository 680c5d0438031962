package de.kreiskonzept.platform.importing.naming;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.organisation.Matching;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.Import;
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

/** The names in an upload beside the organisations they probably mean. What is confirmed holds for every concept of the county. */
@Hidden
@Controller("/{county}/konzept/import/{id}/organisationen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class NamingPages {
    private static final int ROWS = 100;

    private final Import imports;
    private final Matching matching;
    private final PageFrames frames;
    private final Texts texts;

    NamingPages(Import imports, Matching matching, PageFrames frames, Texts texts) {
        this.imports = imports;
        this.matching = matching;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, UUID id) {
        return view(request, county, id, FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        imports.bodies(id);
        try {
            matching.confirm(Matching.answers(fields), who);
        } catch (Refusal refusal) {
            var errors = FormErrors.none().with("wahl-0", refusal.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, county, id, errors));
        }
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    private static String base(String county) {
        return "/" + county + "/konzept/import";
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, String county, UUID id, FormErrors errors) {
        List<Matching.Question> all = matching.questions(imports.bodies(id));
        PageFrame page = frames.of(request, "importing.naming.title").withErrors(errors);
        return new ModelAndView<>(
                "importing/naming",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("importing.title"), base(county)),
                                new Crumb(page.t("importing.preview.title"), base(county) + "/" + id),
                                Crumb.here(page.title())),
                        "action",
                        base(county) + "/" + id + "/organisationen",
                        "cancelHref",
                        base(county) + "/" + id,
                        "questions",
                        all.stream().limit(ROWS).toList(),
                        "more",
                        Math.max(0, all.size() - ROWS)));
    }
}
