package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sections of the text of a paper that is open. */
@Hidden
@Controller("/{county}/vorlagen/{id}/abschnitte")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class PartPages {
    private final CouncilPapers papers;
    private final PlainDrafts drafts;
    private final PageFrames frames;
    private final Texts texts;

    PartPages(CouncilPapers papers, PlainDrafts drafts, PageFrames frames, Texts texts) {
        this.papers = papers;
        this.drafts = drafts;
        this.frames = frames;
        this.texts = texts;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(String county, SignedIn who, UUID id) {
        papers.read(id, null, who);
        UUID part = papers.add(id, PartKind.FACT, texts.text("resolution.part.new"), who);
        return HttpResponse.seeOther(URI.create(ResolutionLinks.paper(county, id) + "/abschnitte/" + part));
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, SignedIn who, UUID id, UUID part) {
        Whole whole = papers.read(id, null, who);
        PaperPart one = whole.find(part).orElseThrow(Refusal::notFound);
        var draft = PartForm.draft(whole, one);
        var offer = draft.flatMap(form -> drafts.offer(request, county, form));
        if (offer.isPresent()) {
            return offer.get();
        }
        var begun = draft.map(form -> drafts.begin(request, form))
                .orElseGet(() -> new PlainDrafts.Begun(PartForm.of(one).values(), one.version()));
        return form(request, county, whole, new Sheet(one, begun, FormErrors.none()));
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, String county, UUID id, UUID part, @Body Map<String, Object> fields) {
        SignedIn who = request.getUserPrincipal(SignedIn.class).orElseThrow();
        Whole whole = papers.read(id, null, who);
        PaperPart one = whole.find(part).orElseThrow(Refusal::notFound);
        PartForm typed = PartForm.of(fields);
        long version = FieldChecks.version(fields);
        FormErrors errors = typed.errors(texts);
        if (!errors.isEmpty()) {
            var sheet = new Sheet(one, new PlainDrafts.Begun(typed.values(), version), errors);
            return HttpResponse.unprocessableEntity().body(form(request, county, whole, sheet));
        }
        try {
            papers.write(id, part, version, typed, who);
        } catch (Refusal refusal) {
            var answer = Answers.staleOr(refusal);
            var stale = FormErrors.none().with("", texts.text("resolution.fault.stale"));
            Whole now = papers.read(id, null, who);
            PaperPart other = now.find(part).orElseThrow(Refusal::notFound);
            var over = new PlainDrafts.Begun(typed.values(), other.version());
            var view = form(request, county, now, new Sheet(other, over, stale));
            view.getModel().ifPresent(model -> model.put("other", true));
            return answer.body(view);
        }
        PartForm.draft(whole, one).ifPresent(form -> drafts.end(form, who));
        return ResolutionLinks.see(county, id);
    }

    @Get("/{part}/loeschen")
    ModelAndView<Map<String, Object>> askRemove(
            HttpRequest<?> request, String county, SignedIn who, UUID id, UUID part) {
        Whole whole = papers.read(id, null, who);
        PaperPart one = whole.find(part).orElseThrow(Refusal::notFound);
        PageFrame page = frames.of(request, "resolution.part.remove");
        String here = ResolutionLinks.paper(county, id);
        return new ModelAndView<>(
                "resolution/confirm",
                Map.of(
                        "page",
                        ResolutionLinks.belowPaper(page, county, whole),
                        "action",
                        here + "/abschnitte/" + part + "/loeschen",
                        "question",
                        page.t("resolution.part.removeQuestion", one.heading()),
                        "cancel",
                        here,
                        "version",
                        one.version()));
    }

    @Post("/{part}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(String county, SignedIn who, UUID id, UUID part, @Body Map<String, Object> fields) {
        papers.remove(id, part, FieldChecks.version(fields), who);
        return ResolutionLinks.see(county, id);
    }

    /** What stands in the form. */
    private record Sheet(PaperPart part, PlainDrafts.Begun begun, FormErrors errors) {}

    private ModelAndView<Map<String, Object>> form(HttpRequest<?> request, String county, Whole whole, Sheet sheet) {
        PaperPart part = sheet.part();
        PageFrame page =
                frames.of(request, "resolution.part.title", part.heading()).withErrors(sheet.errors());
        var model = new HashMap<String, Object>();
        PartForm.draft(whole, part).ifPresent(form -> model.putAll(drafts.beat(request, county, form)));
        model.put("page", ResolutionLinks.belowPaper(page, county, whole));
        model.put("here", ResolutionLinks.paper(county, whole.paper().id()));
        model.put("part", part);
        model.put("values", sheet.begun().fields());
        model.put("version", sheet.begun().version());
        model.put("stored", PartForm.of(part).values());
        model.put("blank", new PaperBlocks(whole, texts).text(part));
        model.put("other", false);
        return new ModelAndView<>("resolution/part", model);
    }
}
