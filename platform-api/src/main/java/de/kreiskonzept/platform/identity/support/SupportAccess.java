package de.kreiskonzept.platform.identity.support;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.support.SupportGrant;
import de.kreiskonzept.platform.tenancy.support.SupportStore;
import de.kreiskonzept.platform.tenancy.support.SupportStore.Wish;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an admin does about support access: lets somebody in, sees who was there, ends it. Trail and registry have no transaction in common:
 * a grant is recorded before it opens anything, and its end before the registry notes it. Where that fails, the end is noted another time and
 * stands in the trail twice, never not at all.
 */
@Singleton
public class SupportAccess {
    private static final Actor TIME = Actor.without("Zeitablauf");

    private final SupportStore store;
    private final SupportTrail trail;
    private final CurrentWorkspace county;
    private final Clock clock;

    SupportAccess(SupportStore store, SupportTrail trail, CurrentWorkspace county, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.county = county;
        this.clock = clock;
    }

    /** The grants of the last 90 days, the newest first. */
    public List<SupportGrant> list() {
        return store.list(county.get());
    }

    /** The grant by which somebody can be inside now. */
    public Optional<SupportGrant> findOpen() {
        return store.findOpen(county.get());
    }

    /**
     * Lets somebody of the provider in from now on.
     *
     * @throws Refusal 409 where that is so already
     */
    public SupportGrant grant(Wish wish, SignedIn who) {
        closeExpired();
        if (findOpen().isPresent()) {
            throw new Refusal(HttpStatus.CONFLICT, "support-granted", "support.grant.open");
        }
        var id = Ids.create(clock);
        trail.record(
                actor(who),
                "support.granted",
                id,
                "%d minutes %s".formatted(wish.lasting().toMinutes(), wish.writing() ? "writing" : "reading"));
        store.create(county.get(), id, who.name(), wish);
        return findOpen().filter(grant -> grant.id().equals(id)).orElseThrow(Refusal::notFound);
    }

    /**
     * Ends an open grant; whoever is inside is refused at the next request.
     *
     * @throws Refusal 404 where it is not open
     */
    public void end(UUID id, SignedIn who) {
        if (findOpen().filter(open -> open.id().equals(id)).isEmpty()) {
            throw Refusal.notFound();
        }
        trail.record(actor(who), "support.ended", id, "");
        if (!store.end(county.get(), id, who.name())) {
            throw Refusal.notFound();
        }
    }

    /** Records the end of the grant of this county whose time has run out; nothing happens where there is none. */
    public void closeExpired() {
        store.findExpired(county.get()).ifPresent(id -> {
            trail.record(TIME, "support.expired", id, "");
            store.closeExpired(county.get(), id);
        });
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }
}
