package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.UUID;

/** What the open form of a section sends by itself. The form works without. */
@Hidden
@Controller("/{county}/vorlagen/{id}/abschnitte/{part}/entwurf")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class PartDraftPages {
    private final CouncilPapers papers;
    private final PlainDrafts drafts;

    PartDraftPages(CouncilPapers papers, PlainDrafts drafts) {
        this.papers = papers;
        this.drafts = drafts;
    }

    @Post("/anwesend")
    ModelAndView<Map<String, Object>> seen(SignedIn who, UUID id, UUID part) {
        return drafts.seen(draft(id, part, who), who);
    }

    @Post
    ModelAndView<Map<String, Object>> keep(SignedIn who, UUID id, UUID part, @Body Map<String, Object> fields) {
        return drafts.keep(draft(id, part, who), fields, who);
    }

    @Post("/verwerfen")
    HttpResponse<?> discard(String county, SignedIn who, UUID id, UUID part) {
        return drafts.discard(county, draft(id, part, who), who);
    }

    private PlainDrafts.Form draft(UUID id, UUID part, SignedIn who) {
        Whole whole = papers.read(id, null, who);
        PaperPart one = whole.find(part).orElseThrow(Refusal::notFound);
        return PartForm.draft(whole, one).orElseThrow(Refusal::notFound);
    }
}
