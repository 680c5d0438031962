package de.kreiskonzept.admin.lifecycle;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Invitation;
import de.kreiskonzept.admin.provisioning.Progress;
import de.kreiskonzept.foundation.audit.Actor;
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
    private final Suspension suspension;
    private final Progress progress;
    private final Invitation invitation;
    private final TenantPage detail;
    private final Texts texts;

    TenantChanges(Suspension suspension, Progress progress, Invitation invitation, TenantPage detail, Texts texts) {
        this.suspension = suspension;
        this.progress = progress;
        this.invitation = invitation;
        this.detail = detail;
        this.texts = texts;
    }

    /** Something that is done about a workspace. */
    private record Change(UUID id, String field, String reason, String done) {}

    @Post("/{id}/sperren")
    HttpResponse<?> suspend(HttpRequest<?> request, SignedIn who, UUID id, @Body TenantForm form) {
        var change = new Change(id, "reason", form.text(), "gesperrt");
        return carryOut(request, who, change, () -> suspension.suspend(id, form.read(), form.text(), actor(who)));
    }

    @Post("/{id}/fortsetzen")
    HttpResponse<?> resume(HttpRequest<?> request, SignedIn who, UUID id, @Body TenantForm form) {
        var change = new Change(id, "reason", form.text(), "fortgesetzt");
        return carryOut(request, who, change, () -> suspension.resume(id, form.read(), form.text(), actor(who)));
    }

    @Post("/{id}/erneut")
    HttpResponse<?> retry(HttpRequest<?> request, SignedIn who, UUID id) {
        return carryOut(request, who, new Change(id, "", "", ""), () -> progress.retry(id, actor(who)));
    }

    @Post("/{id}/einladen")
    HttpResponse<?> invite(HttpRequest<?> request, SignedIn who, UUID id) {
        return carryOut(request, who, new Change(id, "", "", "eingeladen"), () -> invitation.renew(id, actor(who)));
    }

    private HttpResponse<?> carryOut(HttpRequest<?> request, SignedIn who, Change change, Runnable work) {
        try {
            work.run();
            var query = change.done().isEmpty() ? "" : "?erledigt=" + change.done();
            return HttpResponse.seeOther(URI.create(TenantPage.PATH + "/" + change.id() + query));
        } catch (Refusal refused) {
            if (refused.status() == HttpStatus.NOT_FOUND) {
                throw refused;
            }
            var field = refused.status() == HttpStatus.UNPROCESSABLE_ENTITY ? change.field() : "";
            var typed = new TenantPage.Typed(change.reason(), FormErrors.none().with(field, refused.sentence(texts)));
            return detail.fill(HttpResponse.unprocessableEntity(), request, who, change.id(), typed);
        }
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
