package de.kreiskonzept.platform.search;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search, reached from the header of every page; words and filters stand in its address. */
@Hidden
@Controller("/{county}/suche")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class SearchPages {
    private static final int ROWS = 20;

    private final Search search;
    private final PageFrames frames;
    private final Texts texts;

    SearchPages(Search search, PageFrames frames, Texts texts) {
        this.search = search;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    HttpResponse<ModelAndView<Map<String, Object>>> show(
            HttpRequest<?> request, String county, @Nullable @QueryValue Integer page) {
        SearchFilter filter = SearchFilter.of(request.getParameters().asMap(String.class, String.class));
        int number = Math.clamp(page == null ? 1 : page, 1, Integer.MAX_VALUE / ROWS);
        Search.Found found = search.find(filter, (number - 1) * ROWS, ROWS);
        PageFrame frame = frames.of(request, "search.title");
        return HttpResponse.ok(new ModelAndView<>(
                "search/hits",
                Map.of(
                        "page",
                        frame.withBreadcrumb(Crumb.here(frame.title())),
                        "base",
                        ConceptLinks.base(county),
                        "action",
                        "/" + county + "/suche",
                        "filter",
                        filter,
                        "found",
                        found,
                        "paging",
                        new Paging(number, ROWS, found.total(), "/" + county + "/suche" + filter.query()),
                        "versions",
                        versions(found.versions()),
                        "kinds",
                        kinds())));
    }

    private List<Choice> versions(List<ConceptVersion> versions) {
        return versions.stream()
                .map(version -> Choice.of(
                        version.id().toString(),
                        texts.text(
                                "search.version",
                                version.label(),
                                texts.text("concept.version_state."
                                        + version.state().text()))))
                .toList();
    }

    private List<Choice> kinds() {
        return Arrays.stream(HitKind.values())
                .map(kind -> Choice.of(kind.path(), texts.text("search.kinds." + kind.text())))
                .toList();
    }
}
