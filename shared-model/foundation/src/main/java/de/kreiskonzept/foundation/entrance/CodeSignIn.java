package de.kreiskonzept.foundation.entrance;

import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices;
import de.kreiskonzept.foundation.signin.Device;
import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Sessions.Opened;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.web.FormErrors;
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

/** The second step of signing in with a browser: the code, on a page of its own. */
@Singleton
@Requires(beans = SignInArea.class)
public final class CodeSignIn {
    private static final String TITLE = "secondfactor.code.title";

    /**
     * What the form for the code sends.
     *
     * @param code of the app, or a recovery code
     * @param weiter path of the page that the person wanted to see
     * @param remember whether this browser is not asked again for a time; null for no
     * @param device what the person calls it
     */
    @Serdeable
    public record CodeForm(
            @Nullable String code,
            @Nullable String weiter,
            @Nullable String remember,
            @Nullable String device,
            @Nullable String csrfToken) {
        private String name() {
            return device == null ? "" : device;
        }
    }

    private final OwnSessions sessions;
    private final CodeTicket ticket;
    private final Entrance entrance;
    private final RememberedDevices devices;
    private final SignInArea area;
    private final PageFrames frames;

    CodeSignIn(
            OwnSessions sessions,
            CodeTicket ticket,
            Entrance entrance,
            RememberedDevices devices,
            SignInArea area,
            PageFrames frames) {
        this.sessions = sessions;
        this.devices = devices;
        this.ticket = ticket;
        this.entrance = entrance;
        this.area = area;
        this.frames = frames;
    }

    /**
     * Returns the page that asks for the code, or leads to the sign-in page where no password was shown in the last ten minutes.
     *
     * @param next path of the page that the person wanted to see; null for none
     */
    public HttpResponse<?> page(HttpRequest<?> request, @Nullable String next) {
        return ticket.account(request).isEmpty()
                ? signInFirst(request, next)
                : HttpResponse.ok(view(
                        request, new CodeForm(null, next, null, Device.of(request), null), frames.of(request, TITLE)));
    }

    /**
     * Opens the session and leads to the wanted page, or shows the page again with what is wrong.
     *
     * @throws Refusal 429 after too many attempts
     */
    public HttpResponse<?> enter(HttpRequest<?> request, CodeForm form) {
        var account = ticket.account(request);
        if (account.isEmpty()) {
            return signInFirst(request, form.weiter());
        }
        try {
            var arrival = new Arrival(account.get(), true, Device.of(request));
            return sessions.openForBrowser(
                    request, arrival, form.code() == null ? "" : form.code(), opened -> lead(request, opened, form));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNAUTHORIZED) {
                throw refused;
            }
            var page = frames.of(request, TITLE);
            var errors =
                    FormErrors.none().with("code", refused.sentence(page.site().texts()));
            return HttpResponse.unprocessableEntity().body(view(request, form, page.withErrors(errors)));
        }
    }

    private HttpResponse<?> lead(HttpRequest<?> request, Opened session, CodeForm form) {
        var in = entrance.lead(request, session, ReturnPath.within(area.home(request), form.weiter()))
                .cookie(ticket.empty(request));
        return form.remember() == null ? in : in.cookie(devices.remember(request, session.accountId(), form.name()));
    }

    private HttpResponse<?> signInFirst(HttpRequest<?> request, @Nullable String next) {
        var path = ReturnPath.within(area.home(request), next);
        return HttpResponse.seeOther(URI.create(area.signInPath(request) + ReturnPath.query(path)));
    }

    private ModelAndView<Map<String, Object>> view(HttpRequest<?> request, CodeForm form, PageFrame page) {
        return new ModelAndView<>(
                "secondfactor/code",
                Map.of(
                        "page", page,
                        "action", area.signInPath(request) + "/code",
                        "signIn", area.signInPath(request),
                        "remember", form.remember() != null,
                        "device", form.name(),
                        "days", RememberedDevices.LIFETIME.toDays(),
                        "next", ReturnPath.within(area.home(request), form.weiter())));
    }
}
