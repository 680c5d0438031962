package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.job.Leases;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the registry knows of files that were sent here; every method is one transaction. */
@Singleton
@Transactional
class IncomingProgress {
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** How long a file is kept that nobody takes over. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final IncomingStore store;
    private final Leases leases;
    private final AuditTrail audit;

    IncomingProgress(IncomingStore store, Leases leases, AuditTrail audit) {
        this.store = store;
        this.leases = leases;
        this.audit = audit;
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

    /** Claims a file for a minute; false where somebody else is at it. */
    boolean claim(UUID id, String holder) {
        return leases.take(lease(id), holder, LEASE);
    }

    /** Notes how many rows stand in the new workspace, and claims the file for another minute. */
    void fill(UUID id, long rows, String holder) {
        if (leases.keep(lease(id), holder, LEASE)) {
            store.fill(id, rows);
        }
    }

    void done(UUID id, UUID tenant, String holder) {
        store.done(id, tenant);
        leases.release(lease(id), holder);
    }

    void failed(UUID id, String failure, String holder) {
        store.failed(id, failure);
        leases.release(lease(id), holder);
    }

    /** Forgets what nobody has taken over within a day. */
    List<UUID> forget() {
        return store.deleteBefore(store.now().minus(KEPT));
    }

    private static String lease(UUID id) {
        return "import " + id;
    }
}
