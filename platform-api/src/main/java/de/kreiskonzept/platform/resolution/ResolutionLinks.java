package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.UUID;

/** Addresses of the pages of papers. */
public final class ResolutionLinks {
    private ResolutionLinks() {}

    /** Address of the papers of a county. */
    public static String base(String county) {
        return "/" + county + "/vorlagen";
    }

    /** Address of a paper. */
    public static String paper(String county, UUID id) {
        return base(county) + "/" + id;
    }

    /** Answers with the page of the paper. */
    public static HttpResponse<?> see(String county, UUID id) {
        return HttpResponse.seeOther(URI.create(paper(county, id)));
    }

    /** The page with its place below the list of papers. */
    public static PageFrame below(PageFrame page, String county, Crumb... last) {
        var crumbs = new Crumb[last.length + 2];
        crumbs[0] = new Crumb(page.t("resolution.crumb.start"), "/" + county + "/");
        crumbs[1] = new Crumb(page.t("resolution.list.title"), base(county));
        System.arraycopy(last, 0, crumbs, 2, last.length);
        return page.withBreadcrumb(crumbs);
    }

    /** The page with its place below one paper. */
    public static PageFrame belowPaper(PageFrame page, String county, Whole whole) {
        return below(
                page,
                county,
                new Crumb(whole.paper().title(), paper(county, whole.paper().id())),
                Crumb.here(page.title()));
    }
}
