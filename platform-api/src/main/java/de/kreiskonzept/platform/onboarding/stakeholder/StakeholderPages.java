package de.kreiskonzept.platform.onboarding.stakeholder;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The map of stakeholders as matrix and table, one of them with the talks, and the form. What people think of others is for the lead alone. */
@Hidden
@Controller("/{county}/start/beteiligte")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class StakeholderPages {

    private final Stakeholders stakeholders;
    private final PageFrames frames;
    private final Texts texts;

    StakeholderPages(Stakeholders stakeholders, PageFrames frames, Texts texts) {
        this.stakeholders = stakeholders;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        PageFrame page = frames.of(request, "stakeholder.title");
        var all = stakeholders.list();
        var words = new StakeholderMatrix.Words(
                page.t("stakeholder.matrix.title"),
                page.t("stakeholder.matrix.text"),
                page.t("stakeholder.matrix.interest"),
                page.t("stakeholder.matrix.influence"));
        return new ModelAndView<>(
                "stakeholder/list",
                Map.of(
                        "page",
                        page.withBreadcrumb(crumbs(page, county, false)),
                        "base",
                        base(county),
                        "stakeholders",
                        all,
                        "matrix",
                        new StakeholderMatrix(all, words)));
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county) {
        return form(frames.of(request, "stakeholder.new"), county, StakeholderForm.EMPTY, null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who, @Body Map<String, Object> fields) {
        StakeholderForm form = StakeholderForm.of(fields);
        FormErrors errors = form.check(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(frames.of(request, "stakeholder.new").withErrors(errors), county, form, null));
        }
        stakeholders.create(form.stakeholder(), who);
        return HttpResponse.seeOther(URI.create(base(county)));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String gespeichert) {
        Listed listed = stakeholders.get(id);
        PageFrame page = frames.of(
                        request, "stakeholder.one", listed.stakeholder().name())
                .withNotice(gespeichert == null ? null : Notice.success(texts.text("stakeholder.saved")));
        return view(page, county, listed, "", "");
    }

    @Get("/{id}/bearbeiten")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id) {
        Listed listed = stakeholders.get(id);
        return form(frames.of(request, "stakeholder.edit"), county, StakeholderForm.of(listed.stakeholder()), listed);
    }

    @Post("/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Listed listed = stakeholders.get(id);
        StakeholderForm form = StakeholderForm.of(fields);
        FormErrors errors = form.check(texts);
        PageFrame page = frames.of(request, "stakeholder.edit");
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(page.withErrors(errors), county, form, listed));
        }
        try {
            stakeholders.change(id, FieldChecks.version(fields), form.stakeholder(), who);
        } catch (Refusal refusal) {
            FormErrors stale = FormErrors.none().with("", texts.text("stakeholder.stale"));
            return Answers.staleOr(refusal).body(form(page.withErrors(stale), county, form, listed));
        }
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id + "?gespeichert=ja"));
    }

    @Post("/{id}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        stakeholders.delete(id, FieldChecks.version(fields), who);
        return HttpResponse.seeOther(URI.create(base(county)));
    }

    /** Writes down a talk. */
    @Post("/{id}/gespraeche")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        Listed listed = stakeholders.get(id);
        String words = FieldChecks.field(fields, "words");
        String day = FieldChecks.field(fields, "heldOn");
        FormErrors errors = FormErrors.none();
        Optional<LocalDate> heldOn = day(day).filter(one -> !one.isAfter(stakeholders.today()));
        if (heldOn.isEmpty()) {
            errors = errors.with("heldOn", texts.text("stakeholder.fault.day"));
        }
        if (words.isBlank() || words.length() > TextLimits.TEXT || words.indexOf('\0') >= 0) {
            errors = errors.with("words", texts.text("stakeholder.fault.words", TextLimits.TEXT));
        }
        if (!errors.isEmpty()) {
            PageFrame page =
                    frames.of(request, "stakeholder.one", listed.stakeholder().name());
            return HttpResponse.unprocessableEntity().body(view(page.withErrors(errors), county, listed, day, words));
        }
        stakeholders.note(id, heldOn.orElseThrow(), words, who);
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id + "?gespeichert=ja"));
    }

    private ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, Listed listed, String day, String words) {
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, true)));
        model.put("base", base(county) + "/" + listed.id());
        model.put("listed", listed);
        model.put("contacts", stakeholders.contacts(listed.id()));
        model.put("day", GermanTime.DAY);
        model.put("heldOn", day.isEmpty() ? stakeholders.today().toString() : day);
        model.put("words", words);
        return new ModelAndView<>("stakeholder/one", model);
    }

    private static ModelAndView<Map<String, Object>> form(
            PageFrame page, String county, StakeholderForm form, @Nullable Listed listed) {
        String base = base(county);
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(crumbs(page, county, true)));
        model.put("action", listed == null ? base : base + "/" + listed.id() + "/bearbeiten");
        model.put("cancel", listed == null ? base : base + "/" + listed.id());
        model.put("version", listed == null ? "" : String.valueOf(listed.version()));
        model.put("form", form);
        return new ModelAndView<>("stakeholder/form", model);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String base(String county) {
        return "/" + county + "/start/beteiligte";
    }

    private static Crumb[] crumbs(PageFrame page, String county, boolean deep) {
        var start = new Crumb(page.t("onboarding.crumb.start"), "/" + county + "/");
        var onboarding = new Crumb(page.t("onboarding.title"), "/" + county + "/start");
        return deep
                ? new Crumb[] {
                    start, onboarding, new Crumb(page.t("stakeholder.title"), base(county)), Crumb.here(page.title())
                }
                : new Crumb[] {start, onboarding, Crumb.here(page.title())};
    }
}
