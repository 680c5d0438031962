package de.kreiskonzept.platform.oparl.reference;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.platform.committee.CommitteeLinks;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** References to meetings and papers of another council information system. */
@Hidden
@Controller("/{county}/gremien/verweise")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReferencePages {
    private static final int ROWS = 50;

    private final References references;
    private final ReferenceStore store;
    private final PageFrames frames;

    ReferencePages(References references, ReferenceStore store, PageFrames frames) {
        this.references = references;
        this.store = store;
        this.frames = frames;
    }

    static String base(String county) {
        return CommitteeLinks.base(county) + "/verweise";
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, String county, SignedIn who, @Nullable @QueryValue String erledigt) {
        PageFrame page = frames.of(request, "reference.title");
        String text = request.getParameters().get("page", String.class).orElse("1");
        int number = text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
        return new ModelAndView<>(
                "oparl/references",
                Map.of(
                        "page",
                        CommitteeLinks.below(
                                erledigt == null ? page : page.withNotice(Notice.success(page.t("reference.done"))),
                                county),
                        "base",
                        base(county),
                        "references",
                        store.list((number - 1L) * ROWS, ROWS),
                        "paging",
                        new Paging(number, ROWS, store.count(), base(county)),
                        "lead",
                        who.role().equals(Roles.LEAD)));
    }

    @Post("/{id}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        references.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county)));
    }
}
