package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
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

/** What the open form of a part sends by itself. The form works without. */
@Hidden
@Controller("/{county}/ampel/staende/{id}/texte/{part}/entwurf")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class NarrativeDraftPages {
    private final Narratives narratives;
    private final PlainDrafts drafts;

    NarrativeDraftPages(Narratives narratives, PlainDrafts drafts) {
        this.narratives = narratives;
        this.drafts = drafts;
    }

    @Post("/anwesend")
    ModelAndView<Map<String, Object>> seen(SignedIn who, UUID id, String part) {
        return drafts.seen(draft(id, part), who);
    }

    @Post
    ModelAndView<Map<String, Object>> keep(SignedIn who, UUID id, String part, @Body Map<String, Object> fields) {
        return drafts.keep(draft(id, part), fields, who);
    }

    @Post("/verwerfen")
    HttpResponse<?> discard(String county, SignedIn who, UUID id, String part) {
        return drafts.discard(county, draft(id, part), who);
    }

    private PlainDrafts.Form draft(UUID id, String part) {
        Book book = narratives.get(id);
        return NarrativeForm.draft(book, book.get(part)).orElseThrow(Refusal::notFound);
    }
}
