package de.kreiskonzept.foundation.entrance;

import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.signin.Credentials;
import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.SessionCookie;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both applications do for people: the sign-in page, the way in by a cookie, the way out. */
@Singleton
@Requires(beans = SignInArea.class)
public final class BrowserSignIn {
    private static final String TITLE = "signin.title";

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
    private final Entrance entrance;
    private final OwnSessions sessions;
    private final SessionCookie cookie;
    private final SignInArea area;
    private final PageFrames frames;

    BrowserSignIn(
            Credentials credentials,
            Entrance entrance,
            OwnSessions sessions,
            SessionCookie cookie,
            SignInArea area,
            PageFrames frames) {
        this.credentials = credentials;
        this.entrance = entrance;
        this.sessions = sessions;
        this.cookie = cookie;
        this.area = area;
        this.frames = frames;
    }

    /**
     * Returns the sign-in page.
     *
     * @param next path of the page that the person wanted to see; null for none
     * @param signedOut whether the person has just signed out
     */
    public ModelAndView<Map<String, Object>> page(HttpRequest<?> request, @Nullable String next, boolean signedOut) {
        return view(request, new SignInForm(null, null, next, null), frames.of(request, TITLE), signedOut);
    }

    /**
     * Returns the sign-in page for somebody who could not come in another way.
     *
     * @param next path of the page that the person wanted to see; null for none
     * @param notice says why
     */
    public ModelAndView<Map<String, Object>> page(HttpRequest<?> request, @Nullable String next, Notice notice) {
        var page = frames.of(request, TITLE).withNotice(notice);
        return view(request, new SignInForm(null, null, next, null), page, false);
    }

    /**
     * Signs in and leads to the wanted page or to the code of the second factor, or shows the sign-in page again with what is wrong.
     *
     * @throws Refusal 429 after too many attempts
     */
    public HttpResponse<?> enter(HttpRequest<?> request, SignInForm form) {
        try {
            var account = credentials.check(request, text(form.email()), text(form.password()));
            return entrance.admit(request, account, ReturnPath.within(area.home(request), form.weiter()));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNAUTHORIZED) {
                throw refused;
            }
            var page = frames.of(request, TITLE);
            var errors =
                    FormErrors.none().with("email", refused.sentence(page.site().texts()));
            return HttpResponse.unprocessableEntity().body(view(request, form, page.withErrors(errors), false));
        }
    }

    /** Ends the session and leads to the sign-in page. */
    public HttpResponse<?> leave(HttpRequest<?> request, SignedIn who) {
        sessions.signOut(request, who);
        return HttpResponse.seeOther(URI.create(area.signInPath(request) + "?abgemeldet=ja"))
                .cookie(cookie.empty(request));
    }

    private ModelAndView<Map<String, Object>> view(
            HttpRequest<?> request, SignInForm form, PageFrame page, boolean signedOut) {
        return new ModelAndView<>(
                area.feature() + "/signIn",
                Map.of(
                        "page", page,
                        "home", area.home(request),
                        "email", text(form.email()),
                        "next", ReturnPath.within(area.home(request), form.weiter()),
                        "otherWay", area.otherWay(request).orElse(""),
                        "signedOut", signedOut));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
