package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.job.Leases;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What the registry knows of files that were sent here; every method is one transaction. */
@Singleton
@Transactional
class IncomingProgress {
    private static final Actor ACTOR = Actor.without("Übernahme");
    private static final Actor CLOCK = Actor.without("Fristablauf");
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** How long a file is kept that nobody takes over. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** How long a file waits for the console that has it; longer than the imports before it take there. */
    private static final Duration AWAITED = Duration.ofHours(6);

    private final IncomingStore store;
    private final Leases leases;
    private final AuditTrail audit;
    private final Texts texts;

    IncomingProgress(IncomingStore store, Leases leases, AuditTrail audit, Texts texts) {
        this.store = store;
        this.leases = leases;
        this.audit = audit;
        this.texts = texts;
    }

    IncomingFile received(IncomingFile file) {
        store.create(file);
        audit.record(
                file.sender(),
                "import.received",
                file.id().toString(),
                file.content().ags());
        return file;
    }

    /** Notes a file of which a workspace is to be made at once. */
    IncomingFile begun(IncomingFile file, String ags) {
        store.create(file);
        return begin(file.id(), ags, file.sender());
    }

    IncomingFile get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    List<IncomingFile> list(long offset, int size) {
        return store.list(offset, size);
    }

    long count() {
        return store.count();
    }

    /** Files that are known, whatever has become of them. */
    Set<UUID> known() {
        return store.ids();
    }

    List<IncomingFile> filling() {
        return store.filling();
    }

    IncomingFile begin(UUID id, String ags, Actor actor) {
        if (!store.begin(id, ags)) {
            throw notNow(id);
        }
        audit.record(actor, "import.begun", id.toString(), ags);
        return get(id);
    }

    void discard(UUID id, Actor actor) {
        if (!store.delete(id)) {
            throw notNow(id);
        }
        audit.record(actor, "import.discarded", id.toString(), "");
    }

    private Refusal notNow(UUID id) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "wrong-state",
                "transfer.notNow." + get(id).state().text());
    }

    /**
     * Claims a file for a minute.
     *
     * @return number of the attempt, from 1; empty where somebody else is at it, or no workspace is to be made of it any more
     */
    OptionalInt claim(UUID id, String holder) {
        if (!leases.take(lease(id), holder, LEASE)) {
            return OptionalInt.empty();
        }
        var number = store.attempt(id);
        if (number.isEmpty()) {
            leases.release(lease(id), holder);
        }
        return number;
    }

    /** Notes the schema that is being filled. */
    void begun(Claim claim, String schema) {
        keep(claim);
        store.begun(claim.id(), schema);
    }

    /** Notes how many rows stand in the new workspace, and claims the file for another minute. */
    void fill(Claim claim, long rows) {
        keep(claim);
        store.fill(claim.id(), rows);
    }

    /** Notes the county; joins the transaction in which it is entered, which fails where somebody else has taken over. */
    void done(Claim claim, UUID tenant) {
        keep(claim);
        store.done(claim.id(), tenant);
        leases.release(lease(claim.id()), claim.holder());
    }

    /**
     * Notes that no workspace can be made of a file, which ends what an operator has begun; the trail says why by the key of the sentence.
     *
     * @param why tells of an {@link ImportFailure}
     */
    void failed(Claim claim, Refusal why) {
        keep(claim);
        store.failed(claim.id(), why.sentence(texts));
        audit.record(
                ACTOR,
                "import.failed",
                claim.id().toString(),
                ImportFailure.of(why).key());
        leases.release(lease(claim.id()), claim.holder());
    }

    private void keep(Claim claim) {
        if (!leases.keep(lease(claim.id()), claim.holder(), LEASE)) {
            throw new Overtaken();
        }
    }

    /** Notes a file that no console has as failed, where nobody has been at it for hours. */
    void lost(UUID id) {
        var holder = "nobody has " + id;
        if (leases.take(lease(id), holder, LEASE)) {
            var lost = ImportFailure.LOST.key();
            if (store.lost(id, store.now().minus(AWAITED), texts.text(lost))) {
                audit.record(CLOCK, "import.failed", id.toString(), lost);
            }
            leases.release(lease(id), holder);
        }
    }

    /**
     * Who works at a file.
     *
     * @param holder of its lease, another one for each attempt
     */
    record Claim(UUID id, String holder) {}

    /** The lease ran out, and somebody else has the work. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    /** Files to which nothing has happened within a day and nobody is at. */
    List<UUID> over() {
        return store.unchangedSince(store.now().minus(KEPT));
    }

    /**
     * Forgets one of them. One that nobody has taken over is discarded by that; what became of another stands in the trail already.
     *
     * @return false where something has happened to it since, or it is gone
     */
    boolean forget(UUID id) {
        var forgotten = store.deleteUnchangedSince(store.now().minus(KEPT), id);
        forgotten
                .filter(IncomingFile.State.CHECKED::equals)
                .ifPresent(checked -> audit.record(CLOCK, "import.discarded", id.toString(), ""));
        return forgotten.isPresent();
    }

    private static String lease(UUID id) {
        return "import " + id;
    }
}
