package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.SessionCookie;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in to the console and out again. */
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class SignInPages {
    private final SignIn signIn;
    private final PageFrames frames;
    private final Texts texts;
    private final SessionCookie cookie;
    private final SignInArea area;
    private final HttpClientAddressResolver addresses;

    SignInPages(
            SignIn signIn,
            PageFrames frames,
            Texts texts,
            SessionCookie cookie,
            SignInArea area,
            HttpClientAddressResolver addresses) {
        this.signIn = signIn;
        this.frames = frames;
        this.texts = texts;
        this.cookie = cookie;
        this.area = area;
        this.addresses = addresses;
    }

    /** What the sign-in form sends. */
    @Serdeable
    @Introspected
    record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String weiter,
            @Nullable String csrfToken) {}

    @Get("/anmelden")
    @Secured(SecurityRule.IS_ANONYMOUS)
    ModelAndView<Map<String, Object>> form(
            HttpRequest<?> request, @QueryValue @Nullable String weiter, @QueryValue @Nullable String abgemeldet) {
        return view(request, FormErrors.none(), "", weiter, abgemeldet != null);
    }

    @Post("/anmelden")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body SignInForm form) {
        var email = form.email() == null ? "" : form.email();
        var password = form.password() == null ? "" : form.password();
        try {
            var token = signIn.forBrowser(email, password, addresses.resolve(request));
            var target = ReturnPath.within(area.home(request), form.weiter());
            return HttpResponse.seeOther(URI.create(target)).cookie(cookie.holding(request, token));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNAUTHORIZED) {
                throw refused;
            }
            var errors = FormErrors.none().with("email", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, errors, email, form.weiter(), false));
        }
    }

    @Post("/abmelden")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> signOut(HttpRequest<?> request, SignedIn who) {
        signIn.end(who);
        return HttpResponse.seeOther(URI.create(area.signInPath(request) + "?abgemeldet=ja"))
                .cookie(cookie.empty(request));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, FormErrors errors, String email, @Nullable String next, boolean signedOut) {
        var model = new HashMap<String, Object>();
        model.put("page", frames.of(request, "operator.signIn.title").withErrors(errors));
        model.put("home", area.home(request));
        model.put("email", email);
        model.put("next", ReturnPath.within(area.home(request), next));
        model.put("signedOut", signedOut);
        return new ModelAndView<>("operator/signIn", model);
    }
}
