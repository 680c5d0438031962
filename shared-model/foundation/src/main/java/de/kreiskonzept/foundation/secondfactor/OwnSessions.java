package de.kreiskonzept.foundation.secondfactor;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Sessions.Living;
import de.kreiskonzept.foundation.signin.Sessions.Opened;
import de.kreiskonzept.foundation.signin.Sessions.Renewal;
import de.kreiskonzept.foundation.signin.SignInArea;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The sessions of people as acts in the trail: each that begins, in whatever way, and each that ends before its time (decision 039). Nothing
 * there says from which device.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class OwnSessions {
    private static final String BROWSER = "browser";
    private static final String PROGRAM = "program";

    private final Sessions sessions;
    private final CodeCheck codes;
    private final SecondFactorRows people;
    private final SignInArea area;
    private final AuditTrail audit;

    OwnSessions(Sessions sessions, CodeCheck codes, SecondFactorRows people, SignInArea area, AuditTrail audit) {
        this.sessions = sessions;
        this.codes = codes;
        this.people = people;
        this.area = area;
        this.audit = audit;
    }

    /** Opens a session of a browser. */
    public Opened openForBrowser(Arrival arrival) {
        return area.inTransaction(() -> recorded(sessions.openForBrowser(arrival), BROWSER));
    }

    /**
     * Opens a session of a browser after a code, which is used up with it.
     *
     * @param work what is done with the session in the same act
     * @throws Refusal 401 when the code is wrong or was used before, 429 after too many attempts
     */
    public <T> T openForBrowser(HttpRequest<?> request, Arrival arrival, String code, Function<Opened, T> work) {
        return codes.check(
                        request,
                        arrival.account(),
                        code,
                        () -> {
                            var opened = sessions.openForBrowser(arrival);
                            return new Begun<>(opened, work.apply(opened));
                        },
                        begun -> begin(begun.session(), BROWSER))
                .result();
    }

    private record Begun<T>(Opened session, T result) {}

    /** Opens a session of a program. */
    public Opened openForProgram(Arrival arrival) {
        return area.inTransaction(() -> recorded(sessions.openForProgram(arrival), PROGRAM));
    }

    /**
     * Opens a session of a program after a code, which is used up with it.
     *
     * @throws Refusal 401 when the code is wrong or was used before, 429 after too many attempts
     */
    public Opened openForProgram(HttpRequest<?> request, Arrival arrival, String code) {
        return codes.check(
                request,
                arrival.account(),
                code,
                () -> sessions.openForProgram(arrival),
                opened -> begin(opened, PROGRAM));
    }

    private Opened recorded(Opened opened, String holder) {
        var begin = begin(opened, holder);
        var account = opened.accountId();
        audit.record(
                new Actor(account, people.person(account).name()), begin.action(), begin.subject(), begin.detail());
        return opened;
    }

    private static Act begin(Opened opened, String holder) {
        return new Act("session.opened", opened.id().toString(), holder);
    }

    /**
     * Exchanges a refresh token for the next one. That one was exchanged before, and its session ends, stands in the trail; who showed it is
     * not known.
     *
     * @return empty when the token is not, or no longer, good
     */
    public Optional<Opened> renew(UUID tenant, String refreshToken) {
        return area.inTransaction(() -> switch (sessions.renew(tenant, refreshToken)) {
            case Renewal.Renewed(var session) -> Optional.of(session);
            case Renewal.Repeated(var session) -> {
                audit.record(Actor.without("unbekannt"), "session.repeated", session.toString(), "");
                yield Optional.<Opened>empty();
            }
            case Renewal.Refused() -> Optional.<Opened>empty();
        });
    }

    /** Lists the living sessions of the own account, the one used last first. */
    public List<Living> list(SignedIn who) {
        return sessions.list(who.accountId());
    }

    /** Ends the session of whoever asks; nothing happens when it ended before. */
    public void signOut(HttpRequest<?> request, SignedIn who) {
        ends(request, who, who.sessionId());
    }

    /**
     * Ends a session of the own account.
     *
     * @throws Refusal 404 when it is not one of its own, or ended before
     */
    public void end(HttpRequest<?> request, SignedIn who, UUID session) {
        if (!ends(request, who, session)) {
            throw Refusal.notFound();
        }
    }

    private boolean ends(HttpRequest<?> request, SignedIn who, UUID session) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        boolean ended = area.inTransaction(() -> {
            var lived = sessions.end(tenant, who.accountId(), session);
            if (lived) {
                audit.record(actor(who), "session.ended", session.toString(), "");
            }
            return lived;
        });
        sessions.forget(tenant, who.accountId());
        return ended;
    }

    /** Ends all sessions of the own account but this one. */
    public void endOthers(HttpRequest<?> request, SignedIn who) {
        var tenant = area.tenant(request).orElseThrow(Refusal::notFound);
        var account = who.accountId();
        int ended = area.inTransaction(() -> {
            var others = sessions.endOthers(tenant, account, who.sessionId());
            if (others > 0) {
                audit.record(actor(who), "session.others-ended", account.toString(), Integer.toString(others));
            }
            return others;
        });
        if (ended > 0) {
            sessions.forget(tenant, account);
        }
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
