package de.kreiskonzept.platform.monitoring.vocabulary;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Status;
import de.kreiskonzept.platform.concept.Answers;
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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which a lead says what the states of measures are called. */
@Hidden
@Controller("/{county}/ampel/begriffe")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class VocabularyPages {
    private final Wording wording;
    private final PageFrames frames;
    private final Texts texts;

    VocabularyPages(Wording wording, PageFrames frames, Texts texts) {
        this.wording = wording;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, @Nullable @QueryValue String gespeichert) {
        VocabularyStore.Stored stored = wording.get();
        PageFrame page = frames.of(request, "vocabulary.title")
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("vocabulary.saved")));
        List<StatusLine> lines = stored.vocabulary().isUsual() ? usual() : StatusLine.list(stored.vocabulary());
        return view(page, county, VocabularyForm.of(lines), stored.version());
    }

    /** The words of the colours, to begin with. */
    private List<StatusLine> usual() {
        return Arrays.stream(TrafficLight.values())
                .map(light -> new StatusLine(
                        texts.text(light.wordKey()),
                        light.text(),
                        Status.Scope.ALL.text(),
                        texts.text("monitoring.meaning." + light.text())))
                .toList();
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        VocabularyForm form = VocabularyForm.of(fields);
        PageFrame page = frames.of(request, "vocabulary.title");
        FormErrors errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(view(page.withErrors(errors), county, form, FieldChecks.version(fields)));
        }
        try {
            wording.change(form.checked(), FieldChecks.version(fields), who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("vocabulary.stale"));
            return Answers.staleOr(refusal)
                    .body(view(
                            page.withErrors(stale), county, form, wording.get().version()));
        }
        return HttpResponse.seeOther(URI.create("/" + county + "/ampel/begriffe?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> view(PageFrame page, String county, VocabularyForm form, long version) {
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("vocabulary.crumb.start"), "/" + county + "/"),
                        new Crumb(page.t("vocabulary.crumb.ampel"), "/" + county + "/ampel"),
                        Crumb.here(page.title())));
        model.put("ampel", "/" + county + "/ampel");
        model.put("form", form);
        model.put("version", version);
        model.put(
                "lights",
                Arrays.stream(TrafficLight.values())
                        .map(light -> Choice.of(light.text(), texts.text(light.wordKey())))
                        .toList());
        model.put(
                "scopes",
                Arrays.stream(Status.Scope.values())
                        .map(scope -> Choice.of(scope.text(), texts.text(scope.wordKey())))
                        .toList());
        return new ModelAndView<>("vocabulary/vocabulary", model);
    }
}
