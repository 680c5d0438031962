package de.kreiskonzept.platform.publication;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.monitoring.narrative.Narratives;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.round.Rounds;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Opens Stände to anybody, and keeps what the lead says around them. */
@Singleton
@InWorkspace
class Publishing {
    private final PublicationStore store;
    private final Narratives narratives;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final Clock clock;

    Publishing(PublicationStore store, Narratives narratives, Rounds rounds, AuditTrail audit, Clock clock) {
        this.store = store;
        this.narratives = narratives;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A Stand with its texts as they are now.
     *
     * @throws Refusal 404 where there is none
     */
    @InWorkspace(readOnly = true)
    Book get(UUID stand) {
        return narratives.get(stand);
    }

    /** All releases, the latest first. */
    @InWorkspace(readOnly = true)
    List<Release> list() {
        return store.list();
    }

    /** What is said around a release. */
    @InWorkspace(readOnly = true)
    Settings settings() {
        return store.settings();
    }

    /**
     * Releases a Stand with its texts of this moment; from now on it is the one that anybody sees.
     *
     * @throws Refusal 404 where there is none
     */
    void release(UUID stand, SignedIn who) {
        Book book = narratives.get(stand);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var content = new Release.Content(book.parts().stream()
                .map(part -> new Release.Said(part.key(), part.texts()))
                .toList());
        store.add(new Release(Ids.create(now), stand, content, who.name(), now));
        UUID round = book.whole().stand().roundId();
        if (round != null) {
            rounds.release(round);
        }
        audit.record(new Actor(who.accountId(), who.name()), "stand.released", stand.toString(), "");
    }

    /**
     * Changes what is said around a release.
     *
     * @throws Refusal 412 where somebody else was faster
     */
    void change(Settings settings, SignedIn who) {
        store.put(settings, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(new Actor(who.accountId(), who.name()), "publication.changed", "publication", "");
    }
}
