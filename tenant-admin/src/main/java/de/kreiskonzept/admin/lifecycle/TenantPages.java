package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workspaces on the console: list, one with its history and how far it is built, suspend and resume. */
@Hidden
@Controller("/arbeitsbereiche")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class TenantPages {
    private static final String PATH = "/arbeitsbereiche";

    private final Tenants tenants;
    private final Progress progress;
    private final Suspension suspension;
    private final Frames frames;
    private final Moments moments;
    private final String publicUrl;

    TenantPages(
            Tenants tenants,
            Progress progress,
            Suspension suspension,
            Frames frames,
            Moments moments,
            @Value("${kreiskonzept.public-url}") String publicUrl) {
        this.tenants = tenants;
        this.progress = progress;
        this.suspension = suspension;
        this.frames = frames;
        this.moments = moments;
        this.publicUrl = publicUrl;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String suche,
            @QueryValue(defaultValue = "") String zustand,
            @QueryValue(defaultValue = "1") int page) {
        var filter = TenantApi.filter(suche, zustand);
        var number = Math.clamp(page, 1, 100_000);
        var path = UriBuilder.of(PATH)
                .queryParam("suche", suche)
                .queryParam("zustand", zustand)
                .build();
        var model = new HashMap<String, Object>();
        model.put("page", frames.of(request, "lifecycle.list.title"));
        model.put("tenants", tenants.list(filter, (number - 1L) * ListPart.USUAL, ListPart.USUAL));
        model.put("paging", new Paging(number, ListPart.USUAL, tenants.count(filter), path.toString()));
        model.put("search", suche);
        model.put("state", zustand);
        model.put("moments", moments);
        return new ModelAndView<>("lifecycle/list", model);
    }

    @Get("/{id}")
    MutableHttpResponse<?> show(HttpRequest<?> request, SignedIn who, UUID id) {
        var response = HttpResponse.ok(view(request, who, id, FormErrors.none(), ""));
        var state = tenants.get(id).state();
        return state == TenantState.APPROVED || state == TenantState.PROVISIONING
                ? response.header("Refresh", "2")
                : response;
    }

    @Post("/{id}/sperren")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> suspend(HttpRequest<?> request, SignedIn who, UUID id, @Body TenantForm form) {
        return change(
                request, who, id, form.text(), () -> suspension.suspend(id, form.read(), form.text(), actor(who)));
    }

    @Post("/{id}/fortsetzen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> resume(HttpRequest<?> request, SignedIn who, UUID id, @Body TenantForm form) {
        return change(request, who, id, form.text(), () -> suspension.resume(id, form.read(), form.text(), actor(who)));
    }

    @Post("/{id}/erneut")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> retry(SignedIn who, UUID id) {
        progress.retry(id, actor(who));
        return HttpResponse.seeOther(URI.create(PATH + "/" + id));
    }

    private HttpResponse<?> change(HttpRequest<?> request, SignedIn who, UUID id, String reason, Runnable change) {
        try {
            change.run();
            return HttpResponse.seeOther(URI.create(PATH + "/" + id));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var texts = frames.of(request, "lifecycle.list.title").site().texts();
            var errors = FormErrors.none().with("reason", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, who, id, errors, reason));
        }
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, SignedIn who, UUID id, FormErrors errors, String reason) {
        var tenant = tenants.get(id);
        var page = frames.of(request, "lifecycle.detail.title", tenant.name());
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "page",
                page.withErrors(errors)
                        .withBreadcrumb(new Crumb(page.t("lifecycle.list.title"), PATH), Crumb.here(tenant.name())));
        model.put("tenant", tenant);
        model.put("events", tenants.events(id));
        model.put("steps", progress.list(id));
        model.put("moments", moments);
        model.put("reason", reason);
        model.put("decides", who.role().equals(Roles.OPERATOR));
        model.put("address", publicUrl + "/" + tenant.slug() + "/");
        return new ModelAndView<>("lifecycle/detail", model);
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
