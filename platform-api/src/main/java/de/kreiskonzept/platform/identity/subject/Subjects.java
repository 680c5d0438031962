package de.kreiskonzept.platform.identity.subject;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.audit.AuditTrail.Act;
import de.kreiskonzept.platform.identity.Accounts;
import de.kreiskonzept.platform.identity.openid.Obstacle;
import de.kreiskonzept.platform.identity.openid.OpenIdPerson;
import de.kreiskonzept.platform.identity.subject.Recognised.As;
import de.kreiskonzept.platform.identity.subject.Recognised.Not;
import de.kreiskonzept.platform.identity.subject.SubjectStore.Holder;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * Decides which account somebody has for whom the OpenID provider vouches (decision 036). The first time the verified address says it and the
 * subject is kept; from then on only the subject counts. Accounts and roles never come from the provider.
 */
@Singleton
@InWorkspace(content = false)
class Subjects {
    private static final String PROVIDER = "Anmeldedienst";

    private final SubjectStore store;
    private final Accounts accounts;
    private final CurrentWorkspace county;
    private final AuditTrail audit;

    Subjects(SubjectStore store, Accounts accounts, CurrentWorkspace county, AuditTrail audit) {
        this.store = store;
        this.accounts = accounts;
        this.county = county;
        this.audit = audit;
    }

    /**
     * Lets the holder of the account in, who accepts a waiting invitation by coming, because the provider has verified the address to which it
     * went; or says why nobody gets in.
     *
     * @param begunAt of the attempt, which lets somebody in only once
     * @param entrance lets an account in, in the same act
     */
    <T> Recognised<T> recognise(OpenIdPerson person, Instant begunAt, Function<UUID, T> entrance) {
        var known = store.find(person);
        if (known.isPresent()) {
            return again(known.get(), begunAt, entrance);
        }
        if (!person.hasVerifiedEmail()) {
            return new Not<>(Obstacle.UNVERIFIED);
        }
        var holder = store.find(person.email()).filter(this::isUsable);
        if (holder.isEmpty()) {
            return new Not<>(Obstacle.UNKNOWN);
        }
        if (store.tie(holder.get().id(), person, begunAt)) {
            return arrived(holder.get(), "account.subject.kept", entrance);
        }
        // Another tab of the same person may have been faster.
        return store.find(person)
                .map(faster -> again(faster, begunAt, entrance))
                .orElseGet(() -> another(holder.get()));
    }

    private <T> Recognised<T> again(Holder holder, Instant begunAt, Function<UUID, T> entrance) {
        if (!isUsable(holder)) {
            return new Not<>(Obstacle.UNKNOWN);
        }
        return store.use(holder.id(), begunAt) ? arrived(holder, "", entrance) : new Not<>(Obstacle.EXPIRED);
    }

    private <T> Recognised<T> another(Holder holder) {
        audit.record(
                Actor.without(PROVIDER), "account.subject.refused", holder.id().toString(), "");
        return new Not<>(Obstacle.UNKNOWN);
    }

    private <T> Recognised<T> arrived(Holder holder, String detail, Function<UUID, T> entrance) {
        return audit.getAsOne(
                holder.actor(),
                () -> {
                    if (holder.isInvited()) {
                        accounts.accept(holder.id());
                    }
                    return new As<>(entrance.apply(holder.id()));
                },
                in -> new Act("account.vouched", holder.id().toString(), detail));
    }

    /** An invitation is accepted on the way in, which changes the county's content. */
    private boolean isUsable(Holder holder) {
        return holder.isActive() || (holder.isInvited() && county.get().writable());
    }
}
