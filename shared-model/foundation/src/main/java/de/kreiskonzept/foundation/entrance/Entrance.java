package de.kreiskonzept.foundation.entrance;

import de.kreiskonzept.foundation.secondfactor.OwnSessions;
import de.kreiskonzept.foundation.secondfactor.RememberedDevices;
import de.kreiskonzept.foundation.secondfactor.SecondFactors;
import de.kreiskonzept.foundation.signin.Device;
import de.kreiskonzept.foundation.signin.ReturnPath;
import de.kreiskonzept.foundation.signin.SessionCookie;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Sessions.Opened;
import de.kreiskonzept.foundation.signin.SignInArea;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.UUID;

/** Lets browsers in: at once, or after the code of the second factor. */
@Singleton
@Requires(beans = SignInArea.class)
public final class Entrance {
    private final OwnSessions sessions;
    private final SessionCookie cookie;
    private final CodeTicket ticket;
    private final SecondFactors factors;
    private final RememberedDevices devices;
    private final SignInArea area;

    Entrance(
            OwnSessions sessions,
            SessionCookie cookie,
            CodeTicket ticket,
            SecondFactors factors,
            RememberedDevices devices,
            SignInArea area) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.ticket = ticket;
        this.factors = factors;
        this.devices = devices;
        this.area = area;
    }

    /** Lets somebody in who has shown a password or the link of a mail, on the way to the start page. */
    public MutableHttpResponse<?> admit(HttpRequest<?> request, UUID account) {
        return admit(request, account, area.home(request));
    }

    /**
     * Lets somebody in who has shown a password or for whom somebody else vouches, on the way to a page of the area; whoever has a second
     * factor shows it first, except in a browser that is remembered.
     *
     * @param path checked by {@link ReturnPath}
     */
    public MutableHttpResponse<?> admit(HttpRequest<?> request, UUID account, String path) {
        if (!factors.isEnrolled(account) || devices.knows(request, account)) {
            return lead(request, sessions.openForBrowser(new Arrival(account, false, Device.of(request))), path);
        }
        return HttpResponse.seeOther(URI.create(area.signInPath(request) + "/code" + ReturnPath.query(path)))
                .cookie(ticket.holding(request, account));
    }

    /** Gives the browser its session and leads on. */
    MutableHttpResponse<?> lead(HttpRequest<?> request, Opened session, String path) {
        return HttpResponse.seeOther(URI.create(path)).cookie(cookie.holding(request, session));
    }
}
