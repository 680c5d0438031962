package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.platform.committee.CommitteeLinks;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.UUID;

/** Addresses of the pages of meetings. */
public final class MeetingLinks {
    private MeetingLinks() {}

    /** Address of all meetings of a county. */
    public static String base(String county) {
        return "/" + county + "/sitzungen";
    }

    /** Address of one meeting. */
    public static String one(String county, UUID id) {
        return base(county) + "/" + id;
    }

    /** Address of the meetings of a committee. */
    public static String of(String county, UUID committee) {
        return CommitteeLinks.base(county) + "/" + committee + "/sitzungen";
    }

    /** Answers with the page of the meeting. */
    public static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(one(county, id)));
    }

    /** The page with its place below the list of meetings. */
    public static PageFrame below(PageFrame page, String county) {
        return page.withBreadcrumb(
                CommitteeLinks.start(page, county),
                new Crumb(page.t("meeting.list.title"), base(county)),
                Crumb.here(page.title()));
    }

    /** The page with its place below a meeting. */
    public static PageFrame below(PageFrame page, String county, MeetingSheet sheet) {
        return page.withBreadcrumb(
                CommitteeLinks.start(page, county),
                new Crumb(page.t("meeting.list.title"), base(county)),
                new Crumb(
                        new MeetingWords(sheet.zone()).name(sheet.meeting(), sheet.committee()),
                        one(county, sheet.meeting().id())),
                Crumb.here(page.title()));
    }
}
