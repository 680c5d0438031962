package de.kreiskonzept.platform.oparl;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.oparl.object.CouncilRelease;
import de.kreiskonzept.platform.oparl.object.Publisher;
import de.kreiskonzept.platform.oparl.object.ReleaseStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Opens the county's committees to programs of anybody, and closes them again. */
@Singleton
@InWorkspace
class Releasing {
    private final ReleaseStore store;
    private final Publisher publisher;
    private final AuditTrail audit;
    private final Clock clock;

    Releasing(ReleaseStore store, Publisher publisher, AuditTrail audit, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is released now. */
    @InWorkspace(readOnly = true)
    CouncilRelease read() {
        return store.read();
    }

    /**
     * Changes what is released; what is no longer public is gone at once, with the names it held.
     *
     * @throws Refusal 412 where somebody else was faster
     */
    void change(CouncilRelease release, SignedIn who) {
        store.put(release, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!release.isReleased()) {
            publisher.withdraw();
        }
        audit.record(new Actor(who.accountId(), who.name()), "oparl.changed", "oparl", "");
    }
}
