package de.kreiskonzept.admin.signup;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.web.Frames;
import de.kreiskonzept.admin.web.Moments;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Crumb;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.ListPart;
import de.kreiskonzept.foundation.web.Paging;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.County;
import de.kreiskonzept.model.tenant.CountyCatalogue;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of counties on the console. */
@Hidden
@Controller("/antraege")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured({Roles.OPERATOR, Roles.SUPPORT})
class SignupPages {
    private static final String PATH = "/antraege";

    private final Signups signups;
    private final Decision decision;
    private final CountyCatalogue catalogue;
    private final Frames frames;
    private final Moments moments;

    SignupPages(Signups signups, Decision decision, CountyCatalogue catalogue, Frames frames, Moments moments) {
        this.signups = signups;
        this.decision = decision;
        this.catalogue = catalogue;
        this.frames = frames;
        this.moments = moments;
    }

    @Get
    ModelAndView<Map<String, Object>> list(
            HttpRequest<?> request, @QueryValue @Nullable String zustand, @QueryValue(defaultValue = "1") int page) {
        var state = zustand == null || zustand.isEmpty() ? null : state(zustand);
        var number = Math.clamp(page, 1, 100_000);
        var path = state == null ? PATH : PATH + "?zustand=" + state.text();
        var paging = new Paging(number, ListPart.USUAL, signups.count(state), path);
        var model = new HashMap<String, Object>();
        model.put("page", frames.of(request, "signup.list.title"));
        model.put("signups", signups.list(state, (number - 1L) * ListPart.USUAL, ListPart.USUAL));
        model.put("catalogue", catalogue);
        model.put("moments", moments);
        model.put("paging", paging);
        model.put("state", state == null ? "" : state.text());
        return new ModelAndView<>("signup/list", model);
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(HttpRequest<?> request, SignedIn who, UUID id) {
        return view(request, who, id, FormErrors.none(), "");
    }

    @Post("/{id}/annehmen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> approve(SignedIn who, UUID id) {
        var signup = decision.approve(id, new Actor(who.accountId(), who.name()));
        return HttpResponse.seeOther(URI.create("/arbeitsbereiche/" + signup.tenantId()));
    }

    @Post("/{id}/ablehnen")
    @Secured(Roles.OPERATOR)
    HttpResponse<?> reject(HttpRequest<?> request, SignedIn who, UUID id, @Body ReasonForm form) {
        try {
            decision.reject(id, form.text(), new Actor(who.accountId(), who.name()));
            return HttpResponse.seeOther(URI.create(PATH + "/" + id));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refused;
            }
            var texts = frames.of(request, "signup.list.title").site().texts();
            var errors = FormErrors.none().with("reason", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, who, id, errors, form.text()));
        }
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, SignedIn who, UUID id, FormErrors errors, String reason) {
        var signup = signups.get(id);
        var county = catalogue
                .find(signup.ags())
                .map(County::displayName)
                .orElse(signup.ags().text());
        var page = frames.of(request, "signup.detail.title", county);
        var model = new HashMap<String, Object>();
        model.put(
                "page",
                page.withErrors(errors)
                        .withBreadcrumb(new Crumb(page.t("signup.list.title"), PATH), Crumb.here(county)));
        model.put("signup", signup);
        model.put("county", county);
        model.put("moments", moments);
        model.put("reason", reason);
        model.put("decides", who.role().equals(Roles.OPERATOR));
        return new ModelAndView<>("signup/detail", model);
    }

    private static SignupState state(String text) {
        try {
            return SignupState.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "invalid", "signup.list.unknownState");
        }
    }
}
