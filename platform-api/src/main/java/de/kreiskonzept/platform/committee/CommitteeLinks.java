package de.kreiskonzept.platform.committee;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.UUID;

/** Addresses of the pages of committees. */
public final class CommitteeLinks {
    private CommitteeLinks() {}

    /** Address of the committees of a county. */
    public static String base(String county) {
        return "/" + county + "/gremien";
    }

    /** Answers with the page of the committee. */
    public static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(base(county) + "/" + id));
    }

    /** The start page in the breadcrumb. */
    public static Crumb start(PageFrame page, String county) {
        return new Crumb(page.t("committee.crumb.start"), "/" + county + "/");
    }

    /** The list of committees in the breadcrumb. */
    public static Crumb all(PageFrame page, String county) {
        return new Crumb(page.t("committee.list.title"), base(county));
    }

    /** The page with its place right below the list of committees. */
    public static PageFrame below(PageFrame page, String county) {
        return page.withBreadcrumb(start(page, county), all(page, county), Crumb.here(page.title()));
    }

    /** A committee in the breadcrumb. */
    public static Crumb one(String county, UUID id, String name) {
        return new Crumb(name, base(county) + "/" + id);
    }
}
