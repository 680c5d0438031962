package de.kreiskonzept.platform.onboarding;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.yaml.Unreadable;
import de.kreiskonzept.platform.concept.Answers;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.web.YamlWords;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checklist as a text that the lead may adapt; what cannot be read is answered with line and reason. */
@Hidden
@Controller("/{county}/start/checkliste")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.LEAD)
class ChecklistPages {
    private final OwnChecklist own;
    private final PageFrames frames;
    private final Texts texts;

    ChecklistPages(OwnChecklist own, PageFrames frames, Texts texts) {
        this.own = own;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> edit(
            HttpRequest<?> request, String county, @Nullable @QueryValue String gespeichert) {
        PageFrame page = frames.of(request, "onboarding.own.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("onboarding.own.saved")));
        ChecklistStore.Text text = own.get();
        return view(page, county, text.content(), text.version());
    }

    @Post
    HttpResponse<?> change(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        String content = FieldChecks.field(fields, "content");
        PageFrame page = frames.of(request, "onboarding.own.title");
        try {
            own.put(content, FieldChecks.version(fields), who);
        } catch (Unreadable e) {
            FormErrors errors = FormErrors.none().with("content", YamlWords.sentence(e, texts));
            return HttpResponse.unprocessableEntity()
                    .body(view(page.withErrors(errors), county, content, FieldChecks.version(fields)));
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("onboarding.own.stale"));
            return Answers.staleOr(refusal)
                    .body(view(
                            page.withErrors(stale), county, content, own.get().version()));
        }
        return HttpResponse.seeOther(URI.create(StartPages.base(county) + "/checkliste?gespeichert=ja"));
    }

    /** Goes back to the usual checklist. */
    @Post("/loeschen")
    HttpResponse<?> delete(String county, SignedIn who, @Body Map<String, Object> fields) {
        own.delete(FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(StartPages.base(county)));
    }

    private static ModelAndView<Map<String, Object>> view(PageFrame page, String county, String content, long version) {
        return new ModelAndView<>(
                "onboarding/checklist",
                Map.of(
                        "page",
                        page.withBreadcrumb(StartPages.crumbs(page, county)),
                        "action",
                        StartPages.base(county) + "/checkliste",
                        "cancel",
                        StartPages.base(county),
                        "content",
                        content,
                        "version",
                        version));
    }
}
