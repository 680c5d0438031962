package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.retrospect.RetrospectStore;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed between two versions, and where a part of a revision comes from. */
@Hidden
@Controller("/{county}/konzept")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.ADMIN, Roles.LEAD, Roles.EDITOR, Roles.MEMBER, Roles.READER})
class ComparisonPages {
    private final Comparison comparison;
    private final Ancestry ancestry;
    private final RetrospectStore retrospects;
    private final PageFrames frames;

    ComparisonPages(Comparison comparison, Ancestry ancestry, RetrospectStore retrospects, PageFrames frames) {
        this.comparison = comparison;
        this.ancestry = ancestry;
        this.retrospects = retrospects;
        this.frames = frames;
    }

    @Get("/fassungen/{id}/vergleich")
    ModelAndView<Map<String, Object>> compare(
            HttpRequest<?> request, String county, SignedIn who, UUID id, @Nullable @QueryValue UUID mit) {
        Comparison.Result result = mit == null ? comparison.withBase(id) : comparison.with(id, mit);
        String label = result.after().label();
        PageFrame page =
                frames.of(request, "concept.compare.title", result.before().label(), label);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(VersionPages.crumbs(
                        page,
                        county,
                        new Crumb(label, VersionPages.address(county, id)),
                        Crumb.here(page.t("concept.compare.crumb")))));
        model.put("address", VersionPages.address(county, id) + "/vergleich?" + (mit == null ? "" : "mit=" + mit));
        model.put("result", result);
        model.put("all", "ja".equals(request.getParameters().get("alle")));
        model.put("base", ConceptLinks.base(county));
        model.put("retrospects", retrospects.list(id));
        model.put("origins", mit == null && ConceptLinks.structure(who, result.after()));
        return new ModelAndView<>("concept/compare", model);
    }

    @Get("/{kind}/{id}/herkunft")
    @Secured(Roles.LEAD)
    ModelAndView<Map<String, Object>> origins(HttpRequest<?> request, String county, String kind, UUID id) {
        Ancestry.Origins origins = ancestry.origins(Nodes.found(NodeKind.ofPath(kind)), id);
        PageFrame page = frames.of(request, "concept.origins.title");
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(VersionPages.crumbs(
                        page,
                        county,
                        new Crumb(
                                origins.version().label(),
                                VersionPages.address(county, origins.version().id())),
                        Crumb.here(page.title()))));
        model.put("action", ConceptLinks.base(county) + "/" + kind + "/" + id + "/herkunft");
        model.put("cancelHref", VersionPages.address(county, origins.version().id()) + "/vergleich");
        model.put(
                "choices",
                origins.choices().entrySet().stream()
                        .map(entry -> Choice.of(entry.getKey().toString(), entry.getValue()))
                        .toList());
        model.put("values", origins.predecessors().stream().map(UUID::toString).toList());
        return new ModelAndView<>("concept/origins", model);
    }

    @Post("/{kind}/{id}/herkunft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(Roles.LEAD)
    HttpResponse<?> change(String county, SignedIn who, String kind, UUID id, @Body Map<String, Object> fields) {
        NodeKind node = Nodes.found(NodeKind.ofPath(kind));
        ancestry.change(node, id, ids(fields), who);
        UUID version = ancestry.origins(node, id).version().id();
        return HttpResponse.seeOther(URI.create(VersionPages.address(county, version) + "/vergleich"));
    }

    private static Set<UUID> ids(Map<String, Object> fields) {
        try {
            return FieldChecks.list(fields, "predecessors").stream()
                    .filter(text -> !text.isEmpty())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }
}
