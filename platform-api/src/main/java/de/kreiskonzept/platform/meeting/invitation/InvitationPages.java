package de.kreiskonzept.platform.meeting.invitation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.model.meeting.MeetingState;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.attendance.AttendanceSheet;
import de.kreiskonzept.platform.meeting.attendance.Attendances;
import de.kreiskonzept.platform.web.CalendarFile;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;

/** The invitation before it is sent, and the entry for calendars. */
@Hidden
@Controller("/{county}/sitzungen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class InvitationPages {
    /** RFC 5545. */
    private final Invitations invitations;

    private final Attendances attendances;
    private final Meetings meetings;
    private final Letters letters;
    private final PageFrames frames;

    InvitationPages(
            Invitations invitations, Attendances attendances, Meetings meetings, Letters letters, PageFrames frames) {
        this.invitations = invitations;
        this.attendances = attendances;
        this.meetings = meetings;
        this.letters = letters;
        this.frames = frames;
    }

    @Get("/einladung")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        AttendanceSheet sheet = attendances.get(id, who);
        InvitationText text = letters.of(sheet.sheet());
        PageFrame page = frames.of(request, "invitation.title");
        return new ModelAndView<>(
                "meeting/invitation",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county, sheet.sheet()),
                        "here",
                        MeetingLinks.one(county, id),
                        "sheet",
                        sheet,
                        "texts",
                        text.texts(),
                        "hindrances",
                        sheet.sheet().hindrances(MeetingState.INVITED),
                        "subject",
                        text.subject(),
                        "body",
                        text.body(page.t("invitation.somebody"), false)));
    }

    @Post("/einladung")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        invitations.send(id, FieldChecks.version(fields), who);
        return MeetingLinks.see(county, id);
    }

    @Get("/termin.ics")
    @Produces(CalendarFile.TYPE)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<byte[]> calendar(String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        VEvent event = MeetingCalendar.event(
                sheet.listed(), sheet.zone(), letters.of(sheet).agenda());
        return CalendarFile.answer("sitzung-%s-%s".formatted(county, sheet.day()), List.of(event));
    }
}
