package de.kreiskonzept.foundation.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.util.Map;

/** The readable description of the REST interface at {@code /api}; it needs nothing from other servers. */
@Controller("/api")
@Secured(SecurityRule.IS_ANONYMOUS)
final class ApiReader {

    private static final String DESCRIPTION = "/openapi.json";

    private final PageFrame page;

    ApiReader(Texts texts, Assets assets) {
        var site = Site.plain(texts.text("frame.apiReader.site"), "/", texts, assets);
        page = site.page(texts.text("frame.apiReader.title"));
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    ModelAndView<Map<String, Object>> show() {
        return new ModelAndView<>("frame/apiReader", Map.of("page", page, "description", DESCRIPTION));
    }
}
