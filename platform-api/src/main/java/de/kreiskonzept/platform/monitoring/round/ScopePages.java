package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.measure.MeasureKind;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.platform.concept.FieldChecks;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Which measures count in a round: those that the filter shows, all of them at once or one by one. */
@Hidden
@Controller("/{county}/berichtsrunden/{id}/auswertung")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.LEAD)
class ScopePages {
    private final Scoping scoping;
    private final PageFrames frames;
    private final Texts texts;

    ScopePages(Scoping scoping, PageFrames frames, Texts texts) {
        this.scoping = scoping;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, String county, UUID id) {
        var query = new HashMap<String, String>();
        request.getParameters()
                .forEach(entry -> query.put(
                        entry.getKey(), entry.getValue().stream().findFirst().orElse("")));
        ScopeFilter filter = ScopeFilter.of(query);
        Scope scope = scoping.get(id, filter);
        PageFrame page = frames.of(request, "round.scope.title")
                .withNotice(
                        query.containsKey("gespeichert") ? Notice.success(texts.text("round.done.gespeichert")) : null);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(RoundPages.crumbs(
                        page,
                        county,
                        new Crumb(page.t("round.list.title"), RoundPages.base(county)),
                        new Crumb(scope.round().name(), RoundPages.base(county) + "/" + id),
                        Crumb.here(page.title()))));
        model.put("base", RoundPages.base(county) + "/" + id);
        model.put("scope", scope);
        model.put("filter", filter);
        model.put(
                "sections",
                scope.all().stream()
                        .map(part -> Choice.of(part.id().toString(), part.name()))
                        .toList());
        model.put(
                "kinds",
                Arrays.stream(MeasureKind.values())
                        .map(kind -> Choice.of(kind.text(), texts.text(kind.wordKey())))
                        .toList());
        model.put(
                "reaches",
                Arrays.stream(MeasureReach.values())
                        .map(reach -> Choice.of(reach.text(), texts.text(reach.wordKey())))
                        .toList());
        return new ModelAndView<>("round/scope", model);
    }

    /** Stores what was ticked, or all or none of what is shown, by the button {@code step} that was pressed. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(String county, SignedIn who, UUID id, @Body Map<String, Object> fields) {
        ScopeFilter filter = ScopeFilter.of(fields);
        Set<String> ticked = new HashSet<>(FieldChecks.list(fields, "counted"));
        Predicate<UUID> counts = switch (FieldChecks.field(fields, "step")) {
            case "all" -> measure -> true;
            case "none" -> measure -> false;
            default -> measure -> ticked.contains(measure.toString());
        };
        scoping.change(id, FieldChecks.version(fields), filter, counts, who);
        String query = filter.query();
        return HttpResponse.seeOther(URI.create(RoundPages.base(county) + "/" + id + "/auswertung" + query
                + (query.isEmpty() ? "?" : "&") + "gespeichert=ja"));
    }
}
