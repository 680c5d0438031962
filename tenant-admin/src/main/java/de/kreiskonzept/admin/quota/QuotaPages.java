package de.kreiskonzept.admin.quota;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.Map;
import java.util.UUID;

/** The page on which an operator says how much a county may use. */
@Hidden
@Controller("/arbeitsbereiche/{id}/kontingent")
@Produces(MediaType.TEXT_HTML)
@Secured(Roles.OPERATOR)
class QuotaPages {
    private final Quotas quotas;
    private final Tenants tenants;
    private final Frames frames;
    private final Texts texts;

    QuotaPages(Quotas quotas, Tenants tenants, Frames frames, Texts texts) {
        this.quotas = quotas;
        this.tenants = tenants;
        this.frames = frames;
        this.texts = texts;
    }

    @Get
    ModelAndView<Map<String, Object>> form(HttpRequest<?> request, UUID id) {
        return page(request, id, QuotaForm.of(quotas.get(id)), FormErrors.none());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> agree(HttpRequest<?> request, SignedIn who, UUID id, @Body QuotaForm form) {
        var errors = form.errors(texts);
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(request, id, form, errors));
        }
        try {
            quotas.agree(id, form.own(), form.read(), new Actor(who.accountId(), who.name()));
            return HttpResponse.seeOther(URI.create("/arbeitsbereiche/" + id));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var stale = FormErrors.none().with("", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(page(request, id, form, stale));
        }
    }

    private ModelAndView<Map<String, Object>> page(HttpRequest<?> request, UUID id, QuotaForm form, FormErrors errors) {
        var tenant = tenants.get(id);
        var page = frames.of(request, "quota.title", tenant.name());
        return new ModelAndView<>(
                "quota/form",
                Map.of(
                        "page",
                        page.withErrors(errors)
                                .withBreadcrumb(
                                        new Crumb(page.t("lifecycle.list.title"), "/arbeitsbereiche"),
                                        new Crumb(tenant.name(), "/arbeitsbereiche/" + id),
                                        Crumb.here(page.t("quota.heading"))),
                        "action",
                        "/arbeitsbereiche/" + id + "/kontingent",
                        "typed",
                        form.typed(),
                        "version",
                        form.read(),
                        "usual",
                        quotas.usual()));
    }
}
