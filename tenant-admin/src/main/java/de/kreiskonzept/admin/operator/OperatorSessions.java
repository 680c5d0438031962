package de.kreiskonzept.admin.operator;

import de.kreiskonzept.foundation.signin.SessionRows;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.SignedIn;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The sessions of the provider's people. */
@Singleton
@Transactional
class OperatorSessions {
    private final SessionRows rows;
    private final Sessions cache;

    OperatorSessions(DSLContext db, Clock clock, Sessions cache) {
        this.rows = new SessionRows(db, clock, "operator");
        this.cache = cache;
    }

    SessionRows.Opened openForBrowser(UUID account) {
        return rows.openForBrowser(account);
    }

    SessionRows.Opened openForProgram(UUID account) {
        return rows.openForProgram(account);
    }

    Optional<SignedIn> find(UUID session) {
        return rows.find(session);
    }

    Optional<SessionRows.Opened> renew(String refreshToken) {
        var renewed = rows.renew(refreshToken);
        if (renewed.isEmpty()) {
            SessionRows.session(refreshToken).ifPresent(id -> cache.forget(OperatorArea.PROVIDER, id));
        }
        return renewed;
    }

    void end(UUID session) {
        rows.end(session);
        cache.forget(OperatorArea.PROVIDER, session);
    }
}
