package de.kreiskonzept.platform.oparl.reference;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.oparl.reference.ReferenceFile.Found;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings meetings and papers of another council information system in as references: first a preview, then the take-over. */
@Singleton
@InWorkspace
public class References {
    /** Greatest number of bytes of a file. */
    static final int LARGEST = 5 * 1024 * 1024;

    private static final Duration WAITING = Duration.ofDays(1);

    private final ReferenceStore store;
    private final ReferenceFile file;
    private final AuditTrail audit;
    private final Clock clock;

    References(ReferenceStore store, ReferenceFile file, AuditTrail audit, Clock clock) {
        this.store = store;
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a file would change.
     *
     * @param objects all of the file, in their order
     * @param known how many of those that can be taken over the county has already
     */
    public record Preview(UUID id, List<CouncilReference> objects, int known) {
        /** How many are in this state. */
        public long number(String state) {
            return objects.stream().filter(one -> one.state().equals(state)).count();
        }

        /** What the other system calls those whose meetings these are, in alphabetical order. */
        public List<String> organisations() {
            return objects.stream()
                    .filter(one -> one.state().equals("preview"))
                    .map(one -> one.told().organisation())
                    .filter(organisation -> !organisation.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * Keeps the objects of a file for a day; gives the id of the preview.
     *
     * @throws Refusal 413 where it is too large, 422 where it is no JSON with objects
     */
    UUID keep(byte[] content) {
        if (content.length > LARGEST) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "text-too-large", "reference.refused.large");
        }
        List<Found> objects = file.read(content);
        Instant now = now();
        UUID id = Ids.create(now);
        store.deleteWaitingSince(now.minus(WAITING));
        store.keep(id, objects, now);
        return id;
    }

    /**
     * What a file would change.
     *
     * @throws Refusal 404 where none waits
     */
    @InWorkspace(readOnly = true)
    Preview preview(UUID id) {
        List<CouncilReference> objects = store.listOf(id);
        if (objects.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Preview(id, objects, store.countKnown(id));
    }

    /**
     * Takes a file over.
     *
     * @param committees of the county, by what the other system calls them
     * @throws Refusal 404 where none waits
     */
    void takeOver(UUID id, Map<String, UUID> committees, SignedIn who) {
        preview(id);
        store.match(id, committees);
        store.takeOver(id, now());
        record(who, "references.taken", id);
    }

    /**
     * Deletes a reference.
     *
     * @throws Refusal 412 where it has changed in between or is gone
     */
    void delete(UUID id, long version, SignedIn who) {
        store.delete(id, version);
        record(who, "reference.deleted", id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
