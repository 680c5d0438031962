package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.OrganisationKind;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/** Adding many organisations of one kind from a list of names, such as all municipalities of the county. */
@Hidden
@Controller("/{county}/organisationen/mehrere")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SeveralPages {
    private final Several several;
    private final PageFrames frames;
    private final Texts texts;

    SeveralPages(Several several, PageFrames frames, Texts texts) {
        this.several = several;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county) {
        return view(request, county, OrganisationKind.MUNICIPALITY.text(), "", FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        String kind = FieldChecks.field(fields, "kind");
        String names = FieldChecks.field(fields, "names");
        FormErrors errors = several.check(kind, names, texts);
        if (errors.isEmpty()) {
            try {
                several.create(kind, names, who);
                return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "?art=" + kind));
            } catch (Refusal refusal) {
                errors = errors.with("names", refusal.sentence(texts));
            }
        }
        return HttpResponse.unprocessableEntity().body(view(request, county, kind, names, errors));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, String kind, String names, FormErrors errors) {
        PageFrame page = frames.of(request, "directory.several.title").withErrors(errors);
        return new ModelAndView<>(
                "directory/several",
                Map.of(
                        "page",
                        OrganisationPages.below(page, county),
                        "action",
                        OrganisationPages.base(county) + "/mehrere",
                        "cancelHref",
                        OrganisationPages.base(county),
                        "kind",
                        kind,
                        "names",
                        names,
                        "kinds",
                        OrganisationPages.kinds(texts)));
    }
}
