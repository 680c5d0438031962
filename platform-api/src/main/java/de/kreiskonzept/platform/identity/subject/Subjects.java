package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.platform.identity.openid.Obstacle;
import de.kreiskonzept.platform.identity.openid.OpenIdPerson;
import de.kreiskonzept.platform.identity.subject.Recognised.As;
import de.kreiskonzept.platform.identity.subject.Recognised.Not;
import de.kreiskonzept.platform.identity.subject.SubjectStore.Holder;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Decides which account somebody has for whom the OpenID provider vouches (decision 036). The first time the verified address says it and the
 * subject is kept; from then on only the subject counts. Accounts and roles never come from the provider.
 */
@Singleton
@InWorkspace(content = false)
class Subjects {
    private static final String PROVIDER = "Anmeldedienst";

    private final SubjectStore store;
    private final CurrentWorkspace county;
    private final AuditTrail audit;

    Subjects(SubjectStore store, CurrentWorkspace county, AuditTrail audit) {
        this.store = store;
        this.county = county;
        this.audit = audit;
    }

    /**
     * Returns the account, or why there is none.
     *
     * @param begunAt of the attempt, which lets somebody in only once
     */
    Recognised recognise(OpenIdPerson person, Instant begunAt) {
        var known = store.find(person);
        if (known.isPresent()) {
            return again(known.get(), begunAt);
        }
        if (!person.hasVerifiedEmail()) {
            return new Not(Obstacle.UNVERIFIED);
        }
        return store.find(person.email())
                .filter(this::isUsable)
                .map(holder -> first(holder, person, begunAt))
                .orElse(new Not(Obstacle.UNKNOWN));
    }

    private Recognised again(Holder holder, Instant begunAt) {
        if (!isUsable(holder)) {
            return new Not(Obstacle.UNKNOWN);
        }
        return store.use(holder.id(), begunAt) ? arrived(holder, "") : new Not(Obstacle.EXPIRED);
    }

    private Recognised first(Holder holder, OpenIdPerson person, Instant begunAt) {
        if (!store.tie(holder.id(), person, begunAt)) {
            // Another tab of the same person may have been faster.
            return store.find(person).map(known -> again(known, begunAt)).orElseGet(() -> another(holder));
        }
        return arrived(holder, "account.subject.kept");
    }

    private Recognised another(Holder holder) {
        audit.record(
                Actor.without(PROVIDER), "account.subject.refused", holder.id().toString(), "");
        return new Not(Obstacle.UNKNOWN);
    }

    private Recognised arrived(Holder holder, String detail) {
        audit.record(holder.actor(), "account.vouched", holder.id().toString(), detail);
        return new As(holder.id(), holder.isInvited());
    }

    /** An invitation is accepted on the way in, which changes the county's content. */
    private boolean isUsable(Holder holder) {
        return holder.isActive() || (holder.isInvited() && county.get().writable());
    }
}
