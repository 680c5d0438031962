package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.secondfactor.RememberedDevices.Remembered;
import de.kreiskonzept.foundation.secondfactor.SecondFactors.Standing;
import de.kreiskonzept.foundation.signin.Sessions.Living;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.foundation.web.PageFrames;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of the own account: second factor, remembered devices, and where one is signed in. */
@Singleton
@Requires(beans = SignInArea.class)
public final class AccountOverview {
    /** Path of the page behind the start page. */
    static final String PATH = "konto";

    /**
     * What the page shows.
     *
     * @param devices that are remembered
     * @param sessions that have not ended, the one used last first
     * @param own session of the person who looks
     * @param minute writes a moment
     */
    public record Account(
            Standing standing, List<Remembered> devices, List<Living> sessions, UUID own, DateTimeFormatter minute) {
        /** Returns a moment as people read it here, for example {@code 31.12.2025, 14:05 Uhr}. */
        public String at(OffsetDateTime moment) {
            return minute.format(moment);
        }
    }

    private final SecondFactors factors;
    private final RememberedDevices devices;
    private final OwnSessions sessions;
    private final SignInArea area;
    private final PageFrames frames;
    private final Clock clock;

    AccountOverview(
            SecondFactors factors,
            RememberedDevices devices,
            OwnSessions sessions,
            SignInArea area,
            PageFrames frames,
            Clock clock) {
        this.factors = factors;
        this.devices = devices;
        this.sessions = sessions;
        this.area = area;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * Returns the page with all that belongs to the own account.
     *
     * @param done what was just done; null for nothing
     */
    public ModelAndView<Map<String, Object>> page(HttpRequest<?> request, SignedIn who, @Nullable String done) {
        var page = frames.of(request, "secondfactor.account.title");
        var account = area.inTransaction(() -> new Account(
                factors.standing(who),
                devices.list(who),
                sessions.list(who),
                who.sessionId(),
                GermanTime.minute(clock.getZone())));
        return new ModelAndView<>(
                "secondfactor/account",
                Map.of(
                        "page",
                        done == null ? page : page.withNotice(done(page, done)),
                        "path",
                        area.home(request) + PATH,
                        "account",
                        account));
    }

    private static Notice done(PageFrame page, String done) {
        return Notice.success(
                switch (done) {
                    case "abgeschaltet" -> page.t("secondfactor.off.done");
                    case "widerrufen" -> page.t("secondfactor.devices.done");
                    default -> page.t("secondfactor.sessions.done");
                });
    }

    /** Forgets a remembered device. */
    public HttpResponse<?> forget(HttpRequest<?> request, SignedIn who, UUID device) {
        devices.forget(who, device);
        return back(request, "widerrufen");
    }

    /** Ends one of the own sessions. */
    public HttpResponse<?> end(HttpRequest<?> request, SignedIn who, UUID session) {
        sessions.end(request, who, session);
        return back(request, "beendet");
    }

    /** Ends all own sessions but this one. */
    public HttpResponse<?> endOthers(HttpRequest<?> request, SignedIn who) {
        sessions.endOthers(request, who);
        return back(request, "beendet");
    }

    private HttpResponse<?> back(HttpRequest<?> request, String done) {
        return HttpResponse.seeOther(URI.create(area.home(request) + PATH + "?erledigt=" + done));
    }
}
