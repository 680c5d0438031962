package de.kreiskonzept.platform.concept.organisation;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.directory.Entry;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.directory.Organisations;
import de.kreiskonzept.platform.identity.Roles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two organisations become one, after a look at what that means; and are taken apart again. */
@Hidden
@Controller("/{county}/organisationen/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class MergePages {
    private final Organisations organisations;
    private final OrganisationStore store;
    private final Directory directory;
    private final PageFrames frames;
    private final Texts texts;

    MergePages(
            Organisations organisations, OrganisationStore store, Directory directory, PageFrames frames, Texts texts) {
        this.organisations = organisations;
        this.store = store;
        this.directory = directory;
        this.frames = frames;
        this.texts = texts;
    }

    @Get("/zusammenlegen")
    HttpResponse<ModelAndView<Map<String, Object>>> preview(
            HttpRequest<?> request, String county, UUID id, @Nullable @QueryValue String mit) {
        Optional<Entry> into =
                Optional.ofNullable(mit).filter(text -> !text.isEmpty()).map(text -> Nodes.found(find(text)));
        return HttpResponse.ok(view(request, county, id, into));
    }

    private Optional<Entry> find(String id) {
        try {
            return store.findEntry(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, String county, UUID id, Optional<Entry> into) {
        Entry from = store.findEntry(id).orElseThrow(Refusal::notFound);
        PageFrame page =
                frames.of(request, "directory.merge.title", from.organisation().name());
        List<Organisation> probable = Matching.probable(from.organisation().name(), store.list());
        var model = new HashMap<String, Object>();
        model.put("page", OrganisationPages.below(page, county));
        model.put("base", OrganisationPages.base(county));
        model.put("from", from);
        model.put("fromMeasures", directory.mentions(id));
        model.put("into", into.orElse(null));
        model.put(
                "intoMeasures",
                into.map(entry -> directory.mentions(entry.organisation().id())).orElseGet(List::of));
        model.put(
                "choices",
                store.list().stream()
                        .filter(other -> !other.id().equals(id))
                        .map(other -> Choice.of(other.id().toString(), other.name())
                                .inGroup(texts.text(
                                        probable.contains(other)
                                                ? "directory.match.probable"
                                                : "directory.match.others")))
                        .sorted(Comparator.comparing(
                                choice -> !choice.group().equals(texts.text("directory.match.probable"))))
                        .toList());
        return new ModelAndView<>("directory/merge", model);
    }

    @Post("/zusammenlegen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> merge(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        UUID into = Nodes.found(find(FieldChecks.field(fields, "mit")))
                .organisation()
                .id();
        organisations.merge(id, into, who);
        return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "/" + into));
    }

    @Post("/trennen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> split(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        organisations.split(id, who);
        return HttpResponse.seeOther(URI.create(OrganisationPages.base(county) + "/" + id));
    }
}
