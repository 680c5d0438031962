package de.kreiskonzept.platform.home.announcement;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.Announcements;
import de.kreiskonzept.platform.tenancy.Announcements.Announced;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.PutAway;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the provider has announced to the county, whole, and how a person puts a hint away. */
@Hidden
@Controller("/{county}/mitteilungen")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AnnouncementPages {
    private final Announcements announcements;
    private final CurrentWorkspace current;
    private final PutAway putAway;
    private final PageFrames frames;
    private final DateTimeFormatter minute;

    AnnouncementPages(
            Announcements announcements, CurrentWorkspace current, PutAway putAway, PageFrames frames, Clock clock) {
        this.announcements = announcements;
        this.current = current;
        this.putAway = putAway;
        this.frames = frames;
        this.minute = GermanTime.minute(clock.getZone());
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, String county) {
        var page = frames.of(request, "announcement.title");
        var crumbs =
                page.withBreadcrumb(new Crumb(page.t("home.title"), page.site().home()), Crumb.here(page.title()));
        return new ModelAndView<>(
                "announcement/announcements",
                Map.of("page", crumbs, "announcements", announcements.list(current.get()), "minute", minute));
    }

    /** Forgets what is announced no more, so that the cookie stays short. */
    @Post("/{id}/weglegen")
    @ChangesNoContent
    HttpResponse<?> putAway(HttpRequest<?> request, String county, UUID id) {
        List<Announced> shown = announcements.list(current.get());
        if (shown.stream()
                .noneMatch(
                        one -> one.id().equals(id) && !one.announcement().kind().isUrgent())) {
            throw Refusal.notFound();
        }
        var away = new LinkedHashSet<UUID>(List.of(id));
        var before = putAway.of(request);
        shown.stream().map(Announced::id).filter(before::contains).forEach(away::add);
        String home = "/" + county + "/";
        return HttpResponse.seeOther(URI.create(home)).cookie(putAway.cookie(away, home));
    }
}
