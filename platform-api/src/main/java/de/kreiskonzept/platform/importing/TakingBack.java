package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.platform.concept.Drafting;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.importing.taken.TakenStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Takes the take-over of an upload back, all of it or nothing; the upload waits for another preview then. */
@Singleton
@InWorkspace
class TakingBack {
    private final UploadStore uploads;
    private final TakenStore taken;
    private final Drafting drafting;
    private final Nodes nodes;
    private final AuditTrail audit;
    private final Clock clock;

    TakingBack(UploadStore uploads, TakenStore taken, Drafting drafting, Nodes nodes, AuditTrail audit, Clock clock) {
        this.uploads = uploads;
        this.taken = taken;
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
        if (uploads.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        UploadStore.Taken done = uploads.findTaken(id)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.CONFLICT, "nothing-taken-over", "importing.refused.nothingTakenOver"));
        audit.recordAsOne(
                new Actor(who.accountId(), who.name()),
                "concept.import_taken_back",
                done.versionId().toString(),
                "upload %s".formatted(id),
                () -> takeBack(id, done, who));
        uploads.takenBack(id, clock.instant());
    }

    private void takeBack(UUID upload, UploadStore.Taken done, SignedIn who) {
        if (done.began()) {
            drafting.delete(done.versionId(), nodes.version(done.versionId()).version(), who);
        } else {
            restore(upload, done, who);
        }
    }

    private void restore(UUID upload, UploadStore.Taken done, SignedIn who) {
        ConceptVersion version = nodes.editable(done.versionId());
        int changed = taken.changedSince(upload, done.at()) + taken.numbers().changedSince(upload);
        if (changed > 0) {
            throw new Refusal(HttpStatus.CONFLICT, "changed-since", "importing.refused.changedSince", changed);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        taken.numbers().takeBack(version.id(), upload, who);
        taken.delete(upload, now, who);
        nodes.updateAll(taken.sections(upload, now));
        nodes.updateAll(taken.goals(upload, now));
        nodes.updateAll(taken.measures(upload, now));
        nodes.updateAll(taken.texts(upload, now));
        taken.describeAsBefore(upload);
        taken.takeLightsBack(upload, who);
        String titled = nodes.concept(version.conceptId()).title();
        String title = taken.title(upload).orElse(titled);
        StatedCounts stated = taken.stated(upload).orElse(version.stated());
        if (!stated.equals(version.stated()) || !title.equals(titled)) {
            drafting.change(version.id(), version.version(), new Drafting.Heading(title, version.label(), stated), who);
        }
        taken.forget(upload);
    }
}
