package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Frames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The page with the databases in which workspaces stand. */
@Hidden
@Controller("/datenbankserver")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class DataSourcePages {
    private final Inspection inspection;
    private final Frames frames;

    DataSourcePages(Inspection inspection, Frames frames) {
        this.inspection = inspection;
        this.frames = frames;
    }

    @Get
    ModelAndView<Map<String, Object>> list(HttpRequest<?> request) {
        return new ModelAndView<>(
                "datasource/list",
                Map.of("page", frames.of(request, "datasource.title"), "sources", inspection.list()));
    }
}
