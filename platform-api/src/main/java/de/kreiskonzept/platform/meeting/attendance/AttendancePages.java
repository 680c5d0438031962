package de.kreiskonzept.platform.meeting.attendance;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Answer;
import de.kreiskonzept.model.meeting.Attendance;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingPlace;
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
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who comes, who was there, and whether the committee could decide. */
@Hidden
@Controller("/{county}/sitzungen/{id}/teilnahme")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.LEAD, Roles.MEMBER})
class AttendancePages {
    private final Attendances attendances;
    private final PageFrames frames;
    private final Texts texts;

    AttendancePages(Attendances attendances, PageFrames frames, Texts texts) {
        this.attendances = attendances;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        AttendanceSheet sheet = attendances.getInside(id, who);
        ModelAndView<Map<String, Object>> page =
                view(request, county, sheet, AttendanceForm.of(sheet), FormErrors.none());
        page.getModel().orElseThrow().put("lead", who.role().equals(Roles.LEAD));
        return page;
    }

    @Post
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        AttendanceSheet sheet = attendances.get(id, who);
        AttendanceForm form = AttendanceForm.of(sheet, fields);
        FormErrors errors = form.errors(texts, sheet);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(view(request, county, sheet, form, errors));
        }
        try {
            attendances.note(id, FieldChecks.field(fields, "mark"), form, who);
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.PRECONDITION_FAILED) {
                throw refusal;
            }
            FormErrors stale = FormErrors.none().with("", texts.text("attendance.fault.stale"));
            return HttpResponse.status(HttpStatus.PRECONDITION_FAILED).body(view(request, county, sheet, form, stale));
        }
        return see(county, id);
    }

    @Post("/gaeste")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addGuest(
            HttpRequest<?> request, String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        GuestForm typed = GuestForm.of(fields);
        FormErrors errors = typed.errors(texts);
        if (!errors.isEmpty()) {
            AttendanceSheet sheet = attendances.get(id, who);
            ModelAndView<Map<String, Object>> page = view(request, county, sheet, AttendanceForm.of(sheet), errors);
            page.getModel().orElseThrow().putAll(Map.of("guestName", typed.name(), "guestMail", typed.mail()));
            return HttpResponse.unprocessableEntity().body(page);
        }
        attendances.addGuest(id, typed.guest(), who);
        return see(county, id);
    }

    @Post("/gaeste/{part}/loeschen")
    @Secured(Roles.LEAD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> removeGuest(@RequestBean MeetingPlace place, SignedIn who) {
        attendances.removeGuest(place.id(), place.part(), who);
        return see(place.county(), place.id());
    }

    private static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(MeetingLinks.one(county, id) + "/teilnahme"));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, AttendanceSheet sheet, AttendanceForm form, FormErrors errors) {
        PageFrame page = frames.of(request, "attendance.title").withErrors(errors);
        var model = new HashMap<String, Object>();
        model.put("page", MeetingLinks.below(page, county, sheet.sheet()));
        model.put("here", MeetingLinks.one(county, sheet.sheet().meeting().id()));
        model.put("sheet", sheet);
        model.put("texts", texts);
        model.put("form", form);
        model.put("lead", true);
        model.put("guestName", "");
        model.put("guestMail", "");
        model.put(
                "answers",
                Arrays.stream(Answer.values())
                        .map(one -> Choice.of(one.text(), page.t(one.wordKey())))
                        .toList());
        model.put(
                "states",
                Arrays.stream(Attendance.values())
                        .map(one -> Choice.of(one.text(), page.t(one.wordKey())))
                        .toList());
        return new ModelAndView<>("meeting/attendance", model);
    }
}
