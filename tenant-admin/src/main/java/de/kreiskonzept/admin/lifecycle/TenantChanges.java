package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Invitation;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.FreshCode;
import de.kreiskonzept.foundation.signin.SignedIn;
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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.UUID;

/** The forms on the page of one workspace; what is refused is said on the same page. */
@Hidden
@Controller(TenantPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class TenantChanges {
    private final Transition transition;
    private final Progress progress;
    private final Invitation invitation;
    private final TenantPage detail;
    private final Texts texts;

    TenantChanges(Transition transition, Progress progress, Invitation invitation, TenantPage detail, Texts texts) {
        this.transition = transition;
        this.progress = progress;
        this.invitation = invitation;
        this.detail = detail;
        this.texts = texts;
    }

    @Post("/{id}/zustand")
    @FreshCode
    HttpResponse<?> change(HttpRequest<?> request, SignedIn who, UUID id, @Body TenantForm form) {
        var action = form.chosen();
        if (action.isEmpty()) {
            var typed = new TenantPage.Typed("", form.text(), unchosen(form));
            return detail.fill(HttpResponse.unprocessableEntity(), request, who, id, typed);
        }
        var typed = new TenantPage.Typed(action.get().text(), form.text(), FormErrors.none());
        return carryOut(
                request, who, id, typed, () -> transition.make(action.get(), id, form.read(), form.text(), actor(who)));
    }

    private FormErrors unchosen(TenantForm form) {
        var wrong = FormErrors.none().with("action", texts.text("lifecycle.change.choose"));
        return Decision.findFault(form.text())
                .map(fault -> wrong.with("reason", fault.sentence(texts)))
                .orElse(wrong);
    }

    @Post("/{id}/erneut")
    HttpResponse<?> retry(HttpRequest<?> request, SignedIn who, UUID id) {
        return carryOut(request, who, id, TenantPage.Typed.NOTHING, () -> progress.retry(id, actor(who)));
    }

    @Post("/{id}/einladen")
    HttpResponse<?> invite(HttpRequest<?> request, SignedIn who, UUID id) {
        var invite = new TenantPage.Typed(TenantAction.INVITE.text(), "", FormErrors.none());
        return carryOut(request, who, id, invite, () -> invitation.renew(id, actor(who)));
    }

    private HttpResponse<?> carryOut(
            HttpRequest<?> request, SignedIn who, UUID id, TenantPage.Typed typed, Runnable work) {
        try {
            work.run();
            var query = typed.action().isEmpty() ? "" : "?erledigt=" + typed.action();
            return HttpResponse.seeOther(URI.create(TenantPage.PATH + "/" + id + query));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var field = refused.status() == HttpStatus.UNPROCESSABLE_ENTITY
                            && !typed.action().equals(TenantAction.INVITE.text())
                    ? "reason"
                    : "";
            var errors = FormErrors.none().with(field, refused.sentence(texts));
            var answer = new TenantPage.Typed(typed.action(), typed.reason(), errors);
            return detail.fill(HttpResponse.unprocessableEntity(), request, who, id, answer);
        }
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
