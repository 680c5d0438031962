package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.signin.SessionCookie;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.support.Admission;
import de.kreiskonzept.platform.tenancy.support.SupportStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;

/** How a visitor comes in by the ticket of the console, and goes. The cookie is given after the entry stands in the trail. */
@Singleton
class SupportEntry {
    /** Action in the trail of a visit that begins. */
    static final String ENTERED = "support.entered";

    private final SupportStore store;
    private final SupportTrail trail;
    private final CurrentWorkspace county;
    private final SessionCookie cookie;

    SupportEntry(SupportStore store, SupportTrail trail, CurrentWorkspace county, SessionCookie cookie) {
        this.store = store;
        this.trail = trail;
        this.county = county;
        this.cookie = cookie;
    }

    /**
     * What a ticket opens; it stays good.
     *
     * @throws Refusal 410 where it is used, too old, ended or of another county
     */
    Admission show(String ticket) {
        return store.findTicket(county.get(), ticket).filter(Admission::valid).orElseThrow(Admission::over);
    }

    /**
     * Uses a ticket up and gives the cookie of the visit.
     *
     * @throws Refusal 410 where it is used, too old, ended or of another county
     */
    Cookie enter(HttpRequest<?> request, String ticket) {
        var found = store.findTicket(county.get(), ticket).orElseThrow(Admission::over);
        if (!found.valid()) {
            trail.record(found.visit(), "support.refused", "ticket");
            throw Admission.over();
        }
        if (!store.enter(county.get(), found.id())) {
            throw Admission.over();
        }
        var visit = found.visit();
        // The visit stands as the account of what is changed during it: VisitorNames finds the names by it.
        var visitor = new Actor(found.id(), visit.names());
        trail.record(visitor, ENTERED, visit.grant(), visit.writing() ? "writing" : "reading");
        return cookie.holding(request, found.id());
    }

    /**
     * Ends the visit of whoever asks, and gives the cookie that makes the browser forget.
     *
     * @throws Refusal 404 for everybody who is no visitor
     */
    Cookie leave(HttpRequest<?> request, SignedIn who) {
        var visit = who.visit();
        if (visit == null) {
            throw Refusal.notFound();
        }
        if (store.leave(county.get(), who.sessionId())) {
            trail.record(visit, "support.left", "");
        }
        return cookie.empty(request);
    }
}
