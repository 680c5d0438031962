package de.kreiskonzept.platform.home.calendar;

import de.kreiskonzept.foundation.mail.SiteUrls;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.platform.identity.OfOwnAccount;
import de.kreiskonzept.platform.meeting.Meetings;
import de.kreiskonzept.platform.meeting.invitation.MeetingCalendar;
import de.kreiskonzept.platform.web.CalendarFile;
import de.kreiskonzept.platform.web.Frames;
import de.kreiskonzept.platform.workflow.Processes;
import de.kreiskonzept.platform.workflow.StepCalendar;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;

/** Where people make and end the link to the dates of the county, and the calendar behind it, which needs no account. */
@Hidden
@OfOwnAccount
@Controller("/{county}/kalender")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class CalendarPages {
    private final CalendarLinks links;
    private final Processes processes;
    private final Meetings meetings;
    private final Frames frames;
    private final SiteUrls urls;

    CalendarPages(CalendarLinks links, Processes processes, Meetings meetings, Frames frames, SiteUrls urls) {
        this.links = links;
        this.processes = processes;
        this.meetings = meetings;
        this.frames = frames;
        this.urls = urls;
    }

    @Get
    ModelAndView<Map<String, Object>> show(
            HttpRequest<?> request, String county, SignedIn who, @QueryValue @Nullable String beendet) {
        PageFrame page = frames.of(request, "home.calendar.title");
        return view(
                beendet == null ? page : page.withNotice(Notice.success(page.t("home.calendar.ended"))),
                county,
                links.isThere(who),
                "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, String county, SignedIn who) {
        String address = urls.platform("/%s/kalender/%s.ics".formatted(county, links.create(who)));
        return HttpResponse.ok(view(frames.of(request, "home.calendar.title"), county, true, address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Post("/beenden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(String county, SignedIn who) {
        links.revoke(who);
        return HttpResponse.seeOther(URI.create("/" + county + "/kalender?beendet=ja"));
    }

    @Get("/{secret}.ics")
    @Produces(CalendarFile.TYPE)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<byte[]> calendar(String county, String secret) {
        links.require(secret);
        Stream<VEvent> steps = processes.list().stream().flatMap(timeline -> StepCalendar.events(timeline).stream());
        // A subscription is read by devices that nobody watches: days and places, no agenda.
        Stream<VEvent> sittings =
                meetings.listLatest().stream().map(listed -> MeetingCalendar.event(listed, meetings.zone(), ""));
        return CalendarFile.answer(county, Stream.concat(steps, sittings).toList())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static ModelAndView<Map<String, Object>> view(
            PageFrame page, String county, boolean linked, String address) {
        return new ModelAndView<>(
                "home/calendar",
                Map.of(
                        "page",
                        page.withBreadcrumb(
                                new Crumb(page.t("web.navigation.home"), "/" + county + "/"), Crumb.here(page.title())),
                        "action",
                        "/" + county + "/kalender",
                        "linked",
                        linked,
                        "address",
                        address));
    }
}
