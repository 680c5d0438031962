package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.OrganisationKind;
import de.kreiskonzept.platform.directory.Entry;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The organisations of the county, each with the measures that name it. */
@Hidden
@Controller("/{county}/organisationen")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class OrganisationPages {
    private final Directory directory;
    private final Matching matching;
    private final OrganisationStore store;
    private final PageFrames frames;
    private final Texts texts;

    OrganisationPages(Directory directory, Matching matching, OrganisationStore store, PageFrames frames, Texts texts) {
        this.directory = directory;
        this.matching = matching;
        this.store = store;
        this.frames = frames;
        this.texts = texts;
    }

    /** Address of the pages of organisations. */
    static String base(String county) {
        return "/" + county + "/organisationen";
    }

    /** Breadcrumb of a page below the list. */
    static PageFrame below(PageFrame page, String county) {
        return page.withBreadcrumb(new Crumb(page.t("directory.title"), base(county)), Crumb.here(page.title()));
    }

    /** The kinds to choose from. */
    static List<Choice> kinds(Texts texts) {
        return Arrays.stream(OrganisationKind.values())
                .map(kind -> Choice.of(kind.text(), texts.text(kind.wordKey())))
                .toList();
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request,
            String county,
            SignedIn who,
            @QueryValue(defaultValue = "") String art,
            @QueryValue(defaultValue = "") String suche) {
        PageFrame page = frames.of(request, "directory.title");
        boolean lead = who.role().equals(Roles.LEAD);
        var model = new HashMap<String, Object>();
        model.put("page", page.withBreadcrumb(Crumb.here(page.title())));
        model.put("base", base(county));
        model.put("measures", "/" + county + "/konzept/massnahmen");
        model.put("lines", directory.list(OrganisationKind.find(art).orElse(null), suche));
        model.put("kinds", kinds(texts));
        model.put("kind", art);
        model.put("search", suche);
        model.put("unknown", lead ? directory.unknown().size() : 0);
        model.put("doubles", lead ? matching.doubles() : List.of());
        model.put("lead", lead);
        return new ModelAndView<>("directory/list", model);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, SignedIn who, UUID id) {
        Entry entry = store.findEntry(id).orElseThrow(Refusal::notFound);
        PageFrame page =
                frames.of(request, "directory.one.title", entry.organisation().name());
        var model = new HashMap<String, Object>();
        model.put("page", below(page, county));
        model.put("base", base(county));
        model.put("measures", "/" + county + "/konzept/massnahmen");
        model.put("entry", entry);
        model.put("mentions", directory.mentions(id));
        model.put("head", store.find(entry.organisation().headId()).orElseThrow(Refusal::notFound));
        model.put("lead", who.role().equals(Roles.LEAD));
        return new ModelAndView<>("directory/organisation", model);
    }
}
