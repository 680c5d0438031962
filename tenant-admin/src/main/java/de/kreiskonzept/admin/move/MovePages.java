package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.operator.Roles;
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

/** The page on which the move of a county is begun, watched and called off. */
@Hidden
@Controller(MovePage.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(Roles.OPERATOR)
class MovePages {
    private final Moves moves;
    private final MovePage page;
    private final Texts texts;

    MovePages(Moves moves, MovePage page, Texts texts) {
        this.moves = moves;
        this.page = page;
        this.texts = texts;
    }

    @Get
    @Secured({Roles.OPERATOR, Roles.SUPPORT})
    HttpResponse<?> show(HttpRequest<?> request, SignedIn who, UUID id) {
        return page.fill(HttpResponse.ok(), request, who, id, MovePage.Typed.NOTHING);
    }

    @Post
    @FreshCode
    HttpResponse<?> begin(HttpRequest<?> request, SignedIn who, UUID id, @Body MoveForm form) {
        try {
            return done(moves.begin(id, form.read(), form.wish(), actor(who)));
        } catch (Refusal refused) {
            var wrong = refused.status() == HttpStatus.UNPROCESSABLE_ENTITY
                    ? FormErrors.of(moves.faults(id, form.wish()), texts)
                    : FormErrors.none();
            return again(request, who, id, new MovePage.Typed(form, wrong.isEmpty() ? errors(refused) : wrong));
        }
    }

    @Post("/abbrechen")
    HttpResponse<?> cancel(HttpRequest<?> request, SignedIn who, UUID id) {
        try {
            return done(moves.cancel(id, actor(who)));
        } catch (Refusal refused) {
            return again(request, who, id, new MovePage.Typed(MoveForm.EMPTY, errors(refused)));
        }
    }

    private static HttpResponse<?> done(Move move) {
        return HttpResponse.seeOther(URI.create("/arbeitsbereiche/" + move.tenantId() + "/umzug"));
    }

    private HttpResponse<?> again(HttpRequest<?> request, SignedIn who, UUID id, MovePage.Typed typed) {
        return page.fill(HttpResponse.unprocessableEntity(), request, who, id, typed);
    }

    /** What no field can mend is said by the whole page. */
    private FormErrors errors(Refusal refused) {
        if (refused.status() == HttpStatus.NOT_FOUND) {
            throw refused;
        }
        return FormErrors.none().with("", refused.sentence(texts));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
