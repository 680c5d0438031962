package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.Committee;
import de.kreiskonzept.platform.committee.Committees;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for a meeting or a series of meetings. */
@Hidden
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class MeetingPages {
    private final Meetings meetings;
    private final Committees committees;
    private final PageFrames frames;
    private final Texts texts;

    MeetingPages(Meetings meetings, Committees committees, PageFrames frames, Texts texts) {
        this.meetings = meetings;
        this.committees = committees;
        this.frames = frames;
        this.texts = texts;
    }

    /** What a form stands for; the meeting is null for a new one. */
    private record Shown(
            String county, Committee committee, @Nullable MeetingSheet sheet) {}

    @Get("/gremien/{id}/sitzungen/neu")
    ModelAndView<Map<String, Object>> begin(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        Committee committee = committees.read(who).get(id);
        String day = Objects.toString(committee.rhythm().next(committees.today()), "");
        return form(
                request,
                new Shown(county, committee, null),
                MeetingForm.empty(day),
                SeriesForm.NONE,
                FormErrors.none());
    }

    @Post("/gremien/{id}/sitzungen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        Committee committee = committees.read(who).get(id);
        MeetingForm form = MeetingForm.of(fields);
        SeriesForm series = SeriesForm.of(fields);
        FormErrors errors = series.errors(form.errors(texts, meetings.frame(committee)), form, texts, committee);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity()
                    .body(form(request, new Shown(county, committee, null), form, series, errors));
        }
        List<UUID> created = meetings.create(committee, form, series, who);
        return created.size() == 1
                ? MeetingLinks.see(county, created.getFirst())
                : HttpResponse.seeOther(URI.create(MeetingLinks.of(county, id) + "?zeit=alle"));
    }

    @Get("/sitzungen/{id}/bearbeiten")
    ModelAndView<Map<String, Object>> edit(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        return form(
                request,
                new Shown(county, sheet.committee(), sheet),
                MeetingForm.of(sheet.meeting(), meetings.zone()),
                SeriesForm.NONE,
                FormErrors.none());
    }

    @Post("/sitzungen/{id}/bearbeiten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        MeetingSheet sheet = meetings.get(id, who);
        MeetingForm form = MeetingForm.of(fields);
        FormErrors errors = form.errors(texts, meetings.frame(sheet.committee()));
        var shown = new Shown(county, sheet.committee(), sheet);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(form(request, shown, form, SeriesForm.NONE, errors));
        }
        try {
            meetings.change(id, FieldChecks.version(fields), form, who);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.PRECONDITION_FAILED) {
                throw refusal;
            }
            FormErrors stale = FormErrors.none().with("", texts.text("meeting.fault.stale"));
            return HttpResponse.status(HttpStatus.PRECONDITION_FAILED)
                    .body(form(request, shown, form, SeriesForm.NONE, stale));
        }
        return MeetingLinks.see(county, id);
    }

    private ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, Shown shown, MeetingForm form, SeriesForm series, FormErrors errors) {
        MeetingSheet sheet = shown.sheet();
        PageFrame page = frames.of(request, sheet == null ? "meeting.new" : "meeting.edit")
                .withErrors(errors);
        var model = new HashMap<String, Object>();
        String of = MeetingLinks.of(shown.county(), shown.committee().id());
        String here = sheet == null
                ? of
                : MeetingLinks.one(shown.county(), sheet.meeting().id());
        model.put(
                "page",
                sheet == null
                        ? MeetingLinks.below(page, shown.county())
                        : MeetingLinks.below(page, shown.county(), sheet));
        model.put("action", sheet == null ? of : here + "/bearbeiten");
        model.put("cancel", here);
        model.put("version", sheet == null ? "" : String.valueOf(sheet.meeting().version()));
        model.put("committee", shown.committee());
        model.put("form", form);
        model.put("series", series);
        model.put(
                "ways",
                SeriesForm.WAYS.stream()
                        .filter(way -> !way.equals("dates")
                                || !shown.committee().rhythm().days().isEmpty())
                        .map(way -> Choice.of(way, page.t("meeting.repeat." + (way.isEmpty() ? "once" : way))))
                        .toList());
        return new ModelAndView<>("meeting/form", model);
    }
}
