package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.concept.Drafting;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Takes the take-over of an upload back, all of it or nothing; the upload waits for another preview then. */
@Singleton
@InWorkspace
class TakingBack {
    private final UploadStore uploads;
    private final TakeOver takeOver;
    private final Drafting drafting;
    private final Nodes nodes;
    private final AuditTrail audit;
    private final Clock clock;

    TakingBack(UploadStore uploads, TakeOver takeOver, Drafting drafting, Nodes nodes, AuditTrail audit, Clock clock) {
        this.uploads = uploads;
        this.takeOver = takeOver;
        this.drafting = drafting;
        this.nodes = nodes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The uploads whose take-over can be taken back, as far as nothing was changed since. */
    @InWorkspace(readOnly = true)
    public Set<UUID> undoable() {
        return uploads.undoable();
    }

    /**
     * Takes back. A version that the upload began is deleted as a draft, and can be restored as one.
     *
     * @throws Refusal 404 where there is no such upload, 409 where nothing was taken over, something was changed since or the version
     *     is frozen
     */
    public void takeBack(UUID id, SignedIn who) {
        uploads.lockAll();
        uploads.find(id).orElseThrow(Refusal::notFound);
        UploadStore.Taken taken = uploads.findTaken(id)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.CONFLICT, "nothing-taken-over", "importing.refused.nothingTakenOver"));
        if (taken.began()) {
            drafting.delete(taken.versionId(), nodes.version(taken.versionId()).version(), who);
        } else {
            takeOver.takeBack(id, taken.versionId(), taken.at());
        }
        uploads.takenBack(id, clock.instant());
        audit.record(
                new Actor(who.accountId(), who.name()),
                "concept.import_taken_back",
                taken.versionId().toString(),
                "upload %s".formatted(id));
    }
}
