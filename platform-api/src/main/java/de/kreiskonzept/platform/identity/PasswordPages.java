package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.entrance.Entrance;
import de.kreiskonzept.foundation.signin.Passwords;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.platform.identity.TicketStore.Purpose;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choosing a password by a link, and asking for such a link. */
@Hidden
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Secured(SecurityRule.IS_ANONYMOUS)
class PasswordPages {
    private final PasswordChange change;
    private final ForgottenPassword forgotten;
    private final Entrance entrance;
    private final Passwords passwords;
    private final Doorway doorway;

    PasswordPages(
            PasswordChange change,
            ForgottenPassword forgotten,
            Entrance entrance,
            Passwords passwords,
            Doorway doorway) {
        this.change = change;
        this.forgotten = forgotten;
        this.entrance = entrance;
        this.passwords = passwords;
        this.doorway = doorway;
    }

    /** What the form for a password sends; twice, so that a slip is noticed. */
    @Serdeable
    record PasswordForm(
            @Nullable String password,
            @Nullable String repeated,
            @Nullable String csrfToken) {}

    /** What the form for a forgotten password sends. */
    @Serdeable
    record ForgottenForm(@Nullable String email, @Nullable String csrfToken) {}

    @Get("/einladung/{token}")
    ModelAndView<Map<String, Object>> invitation(HttpRequest<?> request, String token) {
        return doorway.password(
                request, "identity.invitation.title", change.holder(token, Purpose.INVITATION), FormErrors.none());
    }

    @Post("/einladung/{token}")
    HttpResponse<?> accept(HttpRequest<?> request, String token, @Body PasswordForm form) {
        return set(request, token, Purpose.INVITATION, form);
    }

    @Get("/passwort/{token}")
    ModelAndView<Map<String, Object>> reset(HttpRequest<?> request, String token) {
        return doorway.password(
                request, "identity.password.title", change.holder(token, Purpose.RESET), FormErrors.none());
    }

    @Post("/passwort/{token}")
    HttpResponse<?> change(HttpRequest<?> request, String token, @Body PasswordForm form) {
        return set(request, token, Purpose.RESET, form);
    }

    @Get("/passwort-vergessen")
    ModelAndView<Map<String, Object>> forgotten(HttpRequest<?> request) {
        return doorway.forgotten(request, false);
    }

    @Post("/passwort-vergessen")
    ModelAndView<Map<String, Object>> sendLink(HttpRequest<?> request, @Body ForgottenForm form) {
        var email = form.email() == null ? "" : form.email();
        doorway.limit(request, email);
        forgotten.request(email);
        return doorway.forgotten(request, true);
    }

    private HttpResponse<?> set(HttpRequest<?> request, String token, Purpose purpose, PasswordForm form) {
        var holder = change.holder(token, purpose);
        var password = form.password() == null ? "" : form.password();
        var errors = doorway.errors(password, form.repeated() == null ? "" : form.repeated());
        if (!errors.isEmpty()) {
            var title = purpose == Purpose.INVITATION ? "identity.invitation.title" : "identity.password.title";
            return HttpResponse.unprocessableEntity().body(doorway.password(request, title, holder, errors));
        }
        var hash = passwords.hash(password);
        return change.set(token, purpose, hash, account -> entrance.admit(request, account));
    }
}
