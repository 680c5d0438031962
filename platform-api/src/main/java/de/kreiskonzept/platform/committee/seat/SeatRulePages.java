package de.kreiskonzept.platform.committee.seat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Appointment;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.model.committee.CommitteeKind;
import de.kreiskonzept.model.committee.SeatRule;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.directory.OrganisationStore;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for a seat rule of a committee. */
@Hidden
@Controller("/{county}/gremien/{id}/regeln")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SeatRulePages {
    private final SeatRules rules;
    private final Committees committees;
    private final OrganisationStore organisations;
    private final PageFrames frames;
    private final Texts texts;

    SeatRulePages(
            SeatRules rules, Committees committees, OrganisationStore organisations, PageFrames frames, Texts texts) {
        this.rules = rules;
        this.committees = committees;
        this.organisations = organisations;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        return form(request, asked(county, id, null, who), SeatRuleForm.empty(), FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        SeatRuleForm form = SeatRuleForm.of(fields);
        Asked asked = asked(county, id, null, who);
        FormErrors errors = errors(form, asked);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, asked, form, errors));
        }
        rules.create(id, form, who);
        return CommitteeLinks.see(county, id);
    }

    @Get("/{part}")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id, UUID part, SignedIn who) {
        Asked asked = asked(county, id, part, who);
        return form(request, asked, SeatRuleForm.of(asked.book().getRule(part)), FormErrors.none());
    }

    @Post("/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, @RequestBean Place place, SignedIn who, @Body Map<String, Object> fields) {
        SeatRuleForm form = SeatRuleForm.of(fields);
        Asked asked = asked(place.county(), place.id(), place.part(), who);
        FormErrors errors = errors(form, asked);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, asked, form, errors));
        }
        rules.change(place.part(), FieldChecks.version(fields), form, who);
        return CommitteeLinks.see(place.county(), place.id());
    }

    @Get("/{part}/loeschen")
    ModelAndView<Map<String, Object>> askDelete(
            HttpRequest<?> request, String county, UUID id, UUID part, SignedIn who) {
        Asked asked = asked(county, id, part, who);
        SeatRule found = asked.book().getRule(part);
        PageFrame page = frames.of(request, "committee.rule.delete");
        return new ModelAndView<>(
                "committee/delete",
                Map.of(
                        "page",
                        framed(page, asked),
                        "base",
                        asked.base() + "/regeln/" + part,
                        "cancel",
                        asked.base(),
                        "question",
                        page.t("committee.rule.deleteQuestion", found.name()),
                        "label",
                        page.t("committee.rule.delete"),
                        "version",
                        found.version()));
    }

    @Post("/{part}/loeschen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(@RequestBean Place place, SignedIn who, @Body Map<String, Object> fields) {
        asked(place.county(), place.id(), place.part(), who);
        rules.delete(place.part(), FieldChecks.version(fields), who);
        return CommitteeLinks.see(place.county(), place.id());
    }

    private record Asked(
            String county,
            CommitteeBook book,
            Committee committee,
            @Nullable SeatRule rule) {
        String base() {
            return CommitteeLinks.base(county) + "/" + committee.id();
        }
    }

    private Asked asked(String county, UUID id, @Nullable UUID rule, SignedIn who) {
        CommitteeBook book = committees.read(who);
        return new Asked(county, book, book.get(id), rule == null ? null : Place.rule(book, id, rule));
    }

    private FormErrors errors(SeatRuleForm form, Asked asked) {
        FormErrors errors = form.errors(
                texts,
                asked.book(),
                organisations.list().stream().map(Organisation::id).toList());
        if (!errors.isEmpty()) {
            return errors;
        }
        UUID id = asked.rule() == null ? new UUID(0, 0) : asked.rule().id();
        SeatRule rule = form.rule(new SeatRuleForm.Slot(id, asked.committee().id(), 0), Instant.EPOCH, null);
        return asked.book().structure().with(rule).delegatesInCircle()
                ? errors.with("delegatedBy", texts.text("committee.fault.delegation"))
                : errors;
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, Asked asked, SeatRuleForm form, FormErrors errors) {
        SeatRule rule = asked.rule();
        PageFrame page = frames.of(request, rule == null ? "committee.rule.new" : "committee.rule.edit");
        var model = new HashMap<String, Object>();
        model.put("page", framed(page, asked).withErrors(errors));
        model.put("action", asked.base() + "/regeln" + (rule == null ? "" : "/" + rule.id()));
        model.put("cancel", asked.base());
        model.put("version", rule == null ? "" : String.valueOf(rule.version()));
        model.put("form", form);
        model.put("kinds", kinds(page));
        model.put("appointments", appointments(page));
        model.put("committees", others(asked));
        model.put(
                "organisations",
                organisations.list().stream()
                        .map(one -> Choice.of(one.id().toString(), one.name()))
                        .toList());
        return new ModelAndView<>("committee/rule", model);
    }

    private static PageFrame framed(PageFrame page, Asked asked) {
        return page.withBreadcrumb(
                CommitteeLinks.start(page, asked.county()),
                CommitteeLinks.all(page, asked.county()),
                CommitteeLinks.one(
                        asked.county(),
                        asked.committee().id(),
                        asked.committee().name()),
                Crumb.here(page.title()));
    }

    private static List<Choice> kinds(PageFrame page) {
        return Arrays.stream(CommitteeKind.values())
                .map(kind -> Choice.of(kind.text(), page.t(kind.wordKey())))
                .toList();
    }

    private static List<Choice> appointments(PageFrame page) {
        return Arrays.stream(Appointment.values())
                .map(one -> Choice.of(one.text(), page.t(one.wordKey())))
                .toList();
    }

    private static List<Choice> others(Asked asked) {
        return asked.book().structure().committees().stream()
                .filter(one -> !one.id().equals(asked.committee().id()))
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }
}
