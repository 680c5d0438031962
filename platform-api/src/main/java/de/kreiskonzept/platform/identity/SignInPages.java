package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.entrance.BrowserSignIn;
import de.kreiskonzept.foundation.entrance.BrowserSignIn.SignInForm;
import de.kreiskonzept.foundation.secondfactor.BeforeEnrolment;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.identity.openid.Obstacle;
import de.kreiskonzept.platform.tenancy.ChangesNoContent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in to a county and out again. */
@Hidden
@Controller("/{county}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SignInPages {
    private final BrowserSignIn browsers;
    private final Texts texts;

    SignInPages(BrowserSignIn browsers, Texts texts) {
        this.browsers = browsers;
        this.texts = texts;
    }

    @Get("/anmelden")
    @Secured(SecurityRule.IS_ANONYMOUS)
    ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request,
            @QueryValue @Nullable String weiter,
            @QueryValue @Nullable String abgemeldet,
            @QueryValue @Nullable String grund) {
        return Optional.ofNullable(grund)
                .flatMap(Obstacle::of)
                .map(obstacle -> browsers.page(request, weiter, notice(obstacle)))
                .orElseGet(() -> browsers.page(request, weiter, abgemeldet != null));
    }

    private Notice notice(Obstacle obstacle) {
        return new Notice(Notice.Kind.DANGER, texts.text("identity.openid.obstacle." + obstacle.word()), "");
    }

    @ChangesNoContent
    @Post("/anmelden")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body SignInForm form) {
        return browsers.enter(request, form);
    }

    @ChangesNoContent
    @Post("/abmelden")
    @BeforeEnrolment
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> signOut(HttpRequest<?> request, SignedIn who) {
        return browsers.leave(request, who);
    }
}
