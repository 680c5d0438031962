package de.kreiskonzept.platform.audit;

import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Who did what, for the county's admin. */
@Hidden
@Controller("/{county}/protokoll")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.ADMIN)
class AuditPages {
    private static final int ROWS = 50;

    private final EntryStore entries;
    private final Frames frames;
    private final Texts texts;

    AuditPages(EntryStore entries, Frames frames, Texts texts) {
        this.entries = entries;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, @QueryValue(defaultValue = "1") int page) {
        var number = Math.clamp(page, 1, Integer.MAX_VALUE / ROWS);
        var frame = frames.of(request, "audit.title");
        var home = frame.site().home();
        return new ModelAndView<>(
                "audit/entries",
                Map.of(
                        "page",
                                frame.withBreadcrumb(
                                        new Crumb(texts.text("web.navigation.home"), home), Crumb.here(frame.title())),
                        "entries", entries.list((number - 1L) * ROWS, ROWS),
                        "paging", new Paging(number, ROWS, entries.count(), home + "protokoll")));
    }
}
