package de.kreiskonzept.platform.resolution.scheduling;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.meeting.MeetingLinks;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.resolution.ResolutionLinks;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which papers wait for an agenda, and the button that puts one on it. */
@Hidden
@Controller("/{county}/sitzungen/{id}/vorlagen")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class SchedulingPages {
    private final Scheduling scheduling;
    private final Meetings meetings;
    private final PageFrames frames;

    SchedulingPages(Scheduling scheduling, Meetings meetings, PageFrames frames) {
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id, SignedIn who) {
        MeetingSheet sheet = meetings.get(id, who);
        PageFrame page = frames.of(request, "scheduling.title");
        return new ModelAndView<>(
                "resolution/scheduling",
                Map.of(
                        "page",
                        MeetingLinks.below(page, county, sheet),
                        "here",
                        MeetingLinks.one(county, id),
                        "papers",
                        ResolutionLinks.base(county),
                        "open",
                        sheet.isOpen(),
                        "waiting",
                        scheduling.list(sheet.meeting())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> put(String county, UUID id, SignedIn who, @Body Map<String, Object> fields) {
        UUID turn = Optional.ofNullable(Inputs.id(FieldChecks.field(fields, "beratung")))
                .orElseThrow(Refusal::notFound);
        scheduling.put(id, turn, who);
        return MeetingLinks.see(county, id);
    }
}
