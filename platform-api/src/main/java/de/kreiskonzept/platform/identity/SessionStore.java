package de.kreiskonzept.platform.identity;

import de.kreiskonzept.foundation.signin.SessionRows;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The sessions of the county at work; what ends here is forgotten by the cache at once. */
@Singleton
@InWorkspace
class SessionStore {
    private final SessionRows rows;
    private final Sessions cache;
    private final CurrentWorkspace county;

    SessionStore(DSLContext dsl, Clock clock, Sessions cache, CurrentWorkspace county) {
        this.rows = new SessionRows(dsl, clock, "identity");
        this.cache = cache;
        this.county = county;
    }

    SessionRows.Opened openForBrowser(UUID account) {
        return rows.openForBrowser(account);
    }

    SessionRows.Opened openForProgram(UUID account) {
        return rows.openForProgram(account);
    }

    @InWorkspace(readOnly = true)
    Optional<SignedIn> find(UUID session) {
        return rows.find(session);
    }

    Optional<SessionRows.Opened> renew(String refreshToken) {
        var renewed = rows.renew(refreshToken);
        if (renewed.isEmpty()) {
            SessionRows.session(refreshToken).ifPresent(this::forget);
        }
        return renewed;
    }

    void end(UUID session) {
        rows.end(session);
        forget(session);
    }

    void endAll(UUID account) {
        rows.endAll(account);
        refresh(account);
    }

    /** Makes the next request of the account read role and state anew. */
    void refresh(UUID account) {
        cache.forgetAccount(county.get().id(), account);
    }

    private void forget(UUID session) {
        cache.forget(county.get().id(), session);
    }
}
