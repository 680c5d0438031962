package de.kreiskonzept.admin.web;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.web.Paging;
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

/** Who did what at the provider. */
@Hidden
@Controller("/protokoll")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.OPERATOR)
class TrailPages {
    private static final int ROWS = 50;

    private final TrailStore entries;
    private final Tenants tenants;
    private final Frames frames;

    TrailPages(TrailStore entries, Tenants tenants, Frames frames) {
        this.entries = entries;
        this.tenants = tenants;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request, @QueryValue(defaultValue = "1") int page) {
        var number = Math.clamp(page, 1, Integer.MAX_VALUE / ROWS);
        var part = entries.list((number - 1L) * ROWS, ROWS);
        var ids = part.stream().flatMap(entry -> entry.subjectId().stream()).toList();
        return new ModelAndView<>(
                "web/trail",
                Map.of(
                        "page",
                        frames.of(request, "web.trail.title"),
                        "entries",
                        part,
                        "counties",
                        tenants.names(ids),
                        "paging",
                        new Paging(number, ROWS, entries.count(), "/protokoll")));
    }
}
