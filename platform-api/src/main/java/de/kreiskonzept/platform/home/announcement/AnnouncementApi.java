package de.kreiskonzept.platform.home.announcement;

import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.platform.concept.Operations;
import de.kreiskonzept.platform.tenancy.Announcements;
import de.kreiskonzept.platform.tenancy.Announcements.Announced;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the provider has announced to the county, for programs. */
@Tag(name = "home", description = "Was auf der Startseite steht: Mitteilungen des Betreibers")
@Controller("/api/v1/{county}/announcements")
@Operations.All
@Secured(SecurityRule.IS_AUTHENTICATED)
class AnnouncementApi {
    private final Announcements announcements;
    private final CurrentWorkspace current;

    AnnouncementApi(Announcements announcements, CurrentWorkspace current) {
        this.announcements = announcements;
        this.current = current;
    }

    /**
     * An announcement as programs read it.
     *
     * @param kind hint, maintenance or disruption
     * @param text plain, with line feeds; may be empty
     * @param from ISO-8601, like until
     * @param until null where no end is known
     */
    @Serdeable
    @Schema(name = "Announcement")
    record AnnouncementView(
            String id,
            String kind,
            String title,
            String text,
            String from,
            @Nullable String until) {
        static AnnouncementView of(Announced one) {
            Announcement announcement = one.announcement();
            var until = announcement.until();
            return new AnnouncementView(
                    one.id().toString(),
                    announcement.kind().text(),
                    announcement.title(),
                    announcement.text(),
                    announcement.from().toString(),
                    until == null ? null : until.toString());
        }
    }

    @Get
    @Operation(
            operationId = "listAnnouncements",
            summary = "Lists what the provider has announced to this county and holds now.")
    List<AnnouncementView> list() {
        return announcements.list(current.get()).stream()
                .map(AnnouncementView::of)
                .toList();
    }
}
