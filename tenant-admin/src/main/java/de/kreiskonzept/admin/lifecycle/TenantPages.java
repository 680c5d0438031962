package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Paging;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The workspaces on the console: list, and one with its history and how far it is built. */
@Hidden
@Controller(TenantPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class TenantPages {
    private final Tenants tenants;
    private final TenantPage detail;
    private final Frames frames;
    private final Moments moments;

    TenantPages(Tenants tenants, TenantPage detail, Frames frames, Moments moments) {
        this.tenants = tenants;
        this.detail = detail;
        this.frames = frames;
        this.moments = moments;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String suche,
            @QueryValue(defaultValue = "") String zustand,
            @QueryValue(defaultValue = "1") int page) {
        var filter = TenantApi.filter(suche, zustand);
        var number = Math.clamp(page, 1, 100_000);
        var path = UriBuilder.of(TenantPage.PATH)
                .queryParam("suche", suche)
                .queryParam("zustand", zustand)
                .build();
        var model = new HashMap<String, Object>();
        model.put("page", frames.of(request, "lifecycle.list.title"));
        var part = tenants.list(filter, (number - 1L) * ListPart.USUAL, ListPart.USUAL);
        model.put("tenants", part);
        model.put("figures", tenants.figures(part.stream().map(Tenant::id).toList()));
        model.put("paging", new Paging(number, ListPart.USUAL, tenants.count(filter), path.toString()));
        model.put("search", suche);
        model.put("state", zustand);
        model.put("moments", moments);
        return new ModelAndView<>("lifecycle/list", model);
    }

    @Get("/{id}")
    MutableHttpResponse<?> show(HttpRequest<?> request, SignedIn who, UUID id) {
        return detail.fill(HttpResponse.ok(), request, who, id, TenantPage.Typed.NOTHING);
    }
}
