package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.registry.Tenants;
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
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.UUID;

/** The page on which the deletion of a county's data is announced, settled and called off. */
@Hidden
@Controller(DeletionPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class DeletionPages {
    private final Deletions deletions;
    private final Tenants tenants;
    private final DeletionPage page;
    private final Texts texts;

    DeletionPages(Deletions deletions, Tenants tenants, DeletionPage page, Texts texts) {
        this.deletions = deletions;
        this.tenants = tenants;
        this.page = page;
        this.texts = texts;
    }

    @Get
    @Secured({Roles.OPERATOR, Roles.SUPPORT})
    HttpResponse<?> show(HttpRequest<?> request, SignedIn who, UUID id) {
        return page.fill(HttpResponse.ok(), request, who, id, DeletionPage.Typed.NOTHING);
    }

    @Post
    @FreshCode
    HttpResponse<?> announce(HttpRequest<?> request, SignedIn who, UUID id, @Body WishForm form) {
        try {
            return done("announced", deletions.announce(id, form.read(), form.wish(), actor(who)));
        } catch (Refusal refused) {
            var wrong = refused.status() == HttpStatus.UNPROCESSABLE_ENTITY
                    ? FormErrors.of(form.wish().faults(tenants.get(id).slug()), texts)
                    : errors("", refused);
            return again(request, who, id, DeletionPage.Typed.of(form, wrong));
        }
    }

    @Post("/export")
    HttpResponse<?> export(HttpRequest<?> request, SignedIn who, UUID id, @Body AnswerForm form) {
        if (!form.isChosen()) {
            var errors = FormErrors.none().with("export", texts.text("deletion.export.missing"));
            return again(request, who, id, DeletionPage.Typed.of(form, errors));
        }
        try {
            return done("export", deletions.answerExport(id, form.read(), form.isTaken(), actor(who)));
        } catch (Refusal refused) {
            return again(request, who, id, DeletionPage.Typed.of(form, errors("export", refused)));
        }
    }

    @Post("/archiv")
    HttpResponse<?> archive(HttpRequest<?> request, SignedIn who, UUID id, @Body ArchiveForm form) {
        var wrong = form.errors(texts, deletions.today());
        if (!wrong.isEmpty()) {
            return again(request, who, id, DeletionPage.Typed.of(form, wrong));
        }
        try {
            return done("archive", deletions.offer(id, form.read(), form.offer(), actor(who)));
        } catch (Refusal refused) {
            return again(request, who, id, DeletionPage.Typed.of(form, errors("answer", refused)));
        }
    }

    @Post("/abbrechen")
    HttpResponse<?> cancel(HttpRequest<?> request, SignedIn who, UUID id, @Body AnswerForm form) {
        try {
            return done("cancelled", deletions.cancel(id, form.read(), actor(who)));
        } catch (Refusal refused) {
            return again(request, who, id, DeletionPage.Typed.of(form, errors("", refused)));
        }
    }

    private static HttpResponse<?> done(String what, CountyDeletion changed) {
        return HttpResponse.seeOther(
                URI.create("/arbeitsbereiche/" + changed.tenantId() + "/loeschung?erledigt=" + what));
    }

    private HttpResponse<?> again(HttpRequest<?> request, SignedIn who, UUID id, DeletionPage.Typed typed) {
        return page.fill(HttpResponse.unprocessableEntity(), request, who, id, typed);
    }

    /** What no form can mend is said by the whole page. */
    private FormErrors errors(String field, Refusal refused) {
        if (refused.status() == HttpStatus.NOT_FOUND) {
            throw refused;
        }
        return FormErrors.none()
                .with(refused.status() == HttpStatus.PRECONDITION_FAILED ? "" : field, refused.sentence(texts));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
