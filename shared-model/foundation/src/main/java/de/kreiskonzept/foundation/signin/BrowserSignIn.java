package de.kreiskonzept.foundation.signin;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What both applications do for people: the sign-in page, the way in by a cookie, the way out. */
@Singleton
@Requires(beans = SignInArea.class)
public final class BrowserSignIn {
    /**
     * What the sign-in form sends.
     *
     * @param weiter path of the page that the person wanted to see
     */
    @Serdeable
    public record SignInForm(
            @Nullable String email,
            @Nullable String password,
            @Nullable String weiter,
            @Nullable String csrfToken) {}

    private final Credentials credentials;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignInArea area;
    private final PageFrames frames;
    private final Texts texts;

    BrowserSignIn(
            Credentials credentials,
            Sessions sessions,
            SessionCookie cookie,
            SignInArea area,
            PageFrames frames,
            Texts texts) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.cookie = cookie;
        this.area = area;
        this.frames = frames;
        this.texts = texts;
    }

    /**
     * Returns the sign-in page.
     *
     * @param next path of the page that the person wanted to see; null for none
     * @param signedOut whether the person has just signed out
     */
    public ModelAndView<Map<String, Object>> page(HttpRequest<?> request, @Nullable String next, boolean signedOut) {
        return view(request, new SignInForm(null, null, next, null), FormErrors.none(), signedOut);
    }

    /**
     * Signs in and leads to the wanted page, or shows the sign-in page again with what is wrong.
     *
     * @throws Refusal 429 after too many attempts
     */
    public HttpResponse<?> enter(HttpRequest<?> request, SignInForm form) {
        try {
            var account = credentials.check(request, text(form.email()), text(form.password()));
            return welcome(request, account, ReturnPath.within(area.home(request), form.weiter()));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNAUTHORIZED) {
                throw refused;
            }
            var errors = FormErrors.none().with("email", refused.sentence(texts));
            return HttpResponse.unprocessableEntity().body(view(request, form, errors, false));
        }
    }

    /** Signs in somebody who has just chosen a password, and leads to the start page. */
    public HttpResponse<?> welcome(HttpRequest<?> request, UUID account) {
        return welcome(request, account, area.home(request));
    }

    private HttpResponse<?> welcome(HttpRequest<?> request, UUID account, String path) {
        return HttpResponse.seeOther(URI.create(path))
                .cookie(cookie.holding(request, sessions.openForBrowser(account)));
    }

    /** Ends the session and leads to the sign-in page. */
    public HttpResponse<?> leave(HttpRequest<?> request, SignedIn who) {
        sessions.end(area.tenant(request).orElseThrow(Refusal::notFound), who.sessionId());
        return HttpResponse.seeOther(URI.create(area.signInPath(request) + "?abgemeldet=ja"))
                .cookie(cookie.empty(request));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, SignInForm form, FormErrors errors, boolean signedOut) {
        return new ModelAndView<>(
                area.feature() + "/signIn",
                Map.of(
                        "page", frames.of(request, "signin.title").withErrors(errors),
                        "home", area.home(request),
                        "email", text(form.email()),
                        "next", ReturnPath.within(area.home(request), form.weiter()),
                        "signedOut", signedOut));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
