package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.monitoring.StatusVocabulary;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.monitoring.evidence.Parts;
import de.kreiskonzept.platform.monitoring.evidence.SentFile;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusChoice;
import de.kreiskonzept.platform.monitoring.vocabulary.VocabularyStore;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page where a measure gets its light, with its history. */
@Hidden
@Controller("/{county}/massnahmen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class MonitoringPages {
    private static final int ROWS = 20;

    private final Assessment assessment;
    private final CurrentWorkspace current;
    private final VocabularyStore vocabularies;
    private final PageFrames frames;
    private final Texts texts;
    private final DateTimeFormatter time;

    MonitoringPages(
            Assessment assessment,
            CurrentWorkspace current,
            VocabularyStore vocabularies,
            PageFrames frames,
            Texts texts,
            Clock clock) {
        this.assessment = assessment;
        this.current = current;
        this.vocabularies = vocabularies;
        this.frames = frames;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    @Get("/ampel")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, SignedIn who, @PathVariable UUID id, @QueryValue @Nullable String gespeichert) {
        Assessed measure = assessment.get(id);
        ReasonClass reason = measure.current().reason();
        var now = measure.current();
        var form = new Typed(
                StatusChoice.value(vocabularies.find(), now.light(), now.status()),
                reason == null ? "" : reason.text(),
                "");
        PageFrame page = page(request, measure)
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("monitoring.saved")));
        return view(request, page, measure, form, who);
    }

    @Post("/ampel")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> assess(
            HttpRequest<?> request, SignedIn who, @PathVariable UUID id, @Body Map<String, Object> fields) {
        return take(request, who, id, new Parts(fields, SentFile.NONE));
    }

    @Post("/ampel")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> assessWithFile(
            HttpRequest<?> request, SignedIn who, @PathVariable UUID id, @Body MultipartBody body) {
        return take(request, who, id, Parts.of(body));
    }

    private HttpResponse<?> take(HttpRequest<?> request, SignedIn who, UUID id, Parts parts) {
        Map<String, Object> fields = parts.fields();
        var typed = new Typed(
                FieldChecks.field(fields, "light"),
                FieldChecks.field(fields, "reason"),
                FieldChecks.field(fields, "justification"));
        AssessmentForm form = typed.form(vocabularies.find());
        Assessed measure = assessment.get(id);
        FormErrors errors = assessment.errors(parts.file(), form.errors(texts));
        if (errors.isEmpty() && measure.version() != version(fields)) {
            errors = errors.with("", texts.text("monitoring.error.changed"));
        }
        if (!errors.isEmpty()) {
            PageFrame page = page(request, measure).withErrors(errors);
            return HttpResponse.unprocessableEntity().body(view(request, page, measure, typed, who));
        }
        assessment.assess(id, measure.version(), form.light(errors), who, parts.file());
        return saved(id);
    }

    @Post("/auswertung")
    @Secured({Roles.LEAD, Roles.EDITOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> count(SignedIn who, @PathVariable UUID id, @Body Map<String, Object> fields) {
        String counted = FieldChecks.field(fields, "counted");
        if (!Set.of("true", "false").contains(counted)) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "monitoring.error.counted");
        }
        assessment.count(id, version(fields), counted.equals("true"), who);
        return saved(id);
    }

    /**
     * What stands in the form.
     *
     * @param choice value of a {@link StatusChoice}, maybe empty
     */
    private record Typed(String choice, String reason, String justification) {
        AssessmentForm form(StatusVocabulary vocabulary) {
            return AssessmentForm.chosen(vocabulary, choice, reason, justification);
        }
    }

    private HttpResponse<?> saved(UUID id) {
        return HttpResponse.seeOther(URI.create(
                "/%s/massnahmen/%s/ampel?gespeichert=ja".formatted(current.get().slug(), id)));
    }

    private PageFrame page(HttpRequest<?> request, Assessed measure) {
        String home = "/" + current.get().slug();
        PageFrame page = frames.of(request, "monitoring.assess.title");
        String number = measure.number().isEmpty() ? page.t("monitoring.crumb.measure") : measure.number();
        return page.withBreadcrumb(
                new Crumb(page.t("monitoring.crumb.start"), home),
                new Crumb(page.t("monitoring.crumb.measures"), home + "/konzept/massnahmen"),
                new Crumb(number, home + "/konzept/massnahmen/" + measure.id()),
                Crumb.here(page.title()));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, PageFrame page, Assessed measure, Typed form, SignedIn who) {
        int number = request.getParameters()
                .get("page", Integer.class)
                .filter(n -> n > 0)
                .orElse(1);
        var history = assessment.history(measure.id(), (number - 1L) * ROWS, ROWS);
        String base = "/%s/massnahmen/%s".formatted(current.get().slug(), measure.id());
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("measure", measure);
        model.put("choices", StatusChoice.list(vocabularies.find(), measure.kind(), "monitoring.meaning.", texts));
        model.put("light", form.choice());
        model.put("reason", form.reason());
        model.put("justification", form.justification());
        model.put(
                "mayAssess",
                assessment.mayAssess(measure.id(), who) && current.get().writable());
        model.put("history", history.rows());
        model.put("files", history.files());
        model.put("paging", new Paging(number, ROWS, history.total(), base + "/ampel"));
        model.put("time", time);
        model.put("base", base);
        return new ModelAndView<>("monitoring/assess", model);
    }

    private static long version(Map<String, Object> fields) {
        String text = FieldChecks.field(fields, "version");
        if (!text.matches("\\d{1,18}")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "version-missing", "monitoring.error.version");
        }
        return Long.parseLong(text);
    }
}
