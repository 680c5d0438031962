package de.kreiskonzept.admin.support;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people of the provider get the link into a workspace whose county has let them in. */
@Hidden
@Controller("/arbeitsbereiche/{id}/hilfe")
@Produces(MediaType.TEXT_HTML)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
@FreshCode
class SupportPages {
    private final SupportVisits visits;
    private final Tenants tenants;
    private final Frames frames;
    private final Moments moments;

    SupportPages(SupportVisits visits, Tenants tenants, Frames frames, Moments moments) {
        this.visits = visits;
        this.tenants = tenants;
        this.frames = frames;
        this.moments = moments;
    }

    @Get
    ModelAndView<Map<String, Object>> ask(HttpRequest<?> request, UUID id) {
        return page(request, id, null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, SignedIn who, UUID id) {
        return HttpResponse.ok(page(request, id, visits.open(id, who))).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private ModelAndView<Map<String, Object>> page(HttpRequest<?> request, UUID id, @Nullable SupportTicket ticket) {
        var tenant = tenants.get(id);
        var page = frames.of(request, "support.open.title", tenant.name());
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withBreadcrumb(
                        new Crumb(page.t("lifecycle.list.title"), "/arbeitsbereiche"),
                        new Crumb(tenant.name(), "/arbeitsbereiche/" + id),
                        Crumb.here(page.t("support.heading"))));
        model.put("moments", moments);
        model.put("path", request.getPath());
        visits.findOpen(id).ifPresent(grant -> model.put("grant", grant));
        model.put("address", ticket == null ? "" : ticket.address());
        return new ModelAndView<>("support/open", model);
    }
}
