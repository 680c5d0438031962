package de.kreiskonzept.admin.announcement;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.Announcement;
import de.kreiskonzept.model.tenant.Announcement.State;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Operators tell counties something; the platform follows within five seconds. Each change stands in the trail of the registry. */
@Singleton
@Transactional
public class Announcing {
    private final AnnouncementStore store;
    private final AuditTrail audit;

    Announcing(AnnouncementStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * An announcement.
     *
     * @throws Refusal 404 where there is none
     */
    public Announced get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** A part of all, the one that begins last first. */
    public List<Announced> list(long offset, int size) {
        return store.list(offset, size);
    }

    /** Number of all. */
    public long count() {
        return store.count();
    }

    /** Stores a draft, which no county sees. */
    public Announced create(Announcement announcement, Actor actor) {
        var id = store.create(announcement);
        audit.record(
                actor,
                "announcement.created",
                id.toString(),
                announcement.kind().text());
        return get(id);
    }

    /**
     * Puts another text in the place of a draft.
     *
     * @param version that was read
     * @throws Refusal 404, 409 where it is no draft any more, 412 where it has changed in between
     */
    public Announced change(UUID id, long version, Announcement announcement, Actor actor) {
        require(get(id).state() == State.DRAFT);
        store.update(id, version, announcement);
        audit.record(
                actor,
                "announcement.changed",
                id.toString(),
                announcement.kind().text());
        return get(id);
    }

    /**
     * Shows a draft to its counties, from its beginning on.
     *
     * @throws Refusal 404, 409 where it is no draft any more, 412 where it has changed in between
     */
    public Announced publish(UUID id, long version, Actor actor) {
        return become(id, version, State.PUBLISHED, actor);
    }

    /**
     * Takes what is published away from all counties.
     *
     * @throws Refusal 404, 409 where it is not published, 412 where it has changed in between
     */
    public Announced withdraw(UUID id, long version, Actor actor) {
        return become(id, version, State.WITHDRAWN, actor);
    }

    private Announced become(UUID id, long version, State state, Actor actor) {
        require(get(id).state().mayBecome(state));
        store.update(id, version, state);
        audit.record(actor, "announcement." + state.text(), id.toString(), "");
        return get(id);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Refusal(HttpStatus.CONFLICT, "wrong-state", "announcement.refused");
        }
    }
}
