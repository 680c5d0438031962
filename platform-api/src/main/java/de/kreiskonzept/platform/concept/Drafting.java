package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the lead does with whole versions: begin one, change what stands about it, delete a draft and take that back; all recorded. */
@Singleton
@InWorkspace
public class Drafting {
    private final Concepts concepts;
    private final ConceptStore store;
    private final Nodes nodes;
    private final Bin bin;
    private final AuditTrail audit;
    private final Clock clock;

    Drafting(Concepts concepts, ConceptStore store, Nodes nodes, Bin bin, AuditTrail audit, Clock clock) {
        this.concepts = concepts;
        this.store = store;
        this.nodes = nodes;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
    }

    /** What people enter for a version, checked. */
    public record Heading(String title, String label, StatedCounts stated) {}

    /** Begins a new draft and gives its id. */
    public UUID begin(Heading heading, SignedIn who) {
        Editors.requireLead(who);
        UUID id = concepts.begin(heading.title(), heading.label(), heading.stated(), actor(who))
                .id();
        record(who, "created", id);
        return id;
    }

    /** Changes title, label and stated counts; stale if the version is no longer in this row version. */
    public void change(UUID id, long version, Heading heading, SignedIn who) {
        Editors.requireLead(who);
        concepts.change(id, version, heading.title(), heading.label(), heading.stated());
        record(who, "changed", id);
    }

    /**
     * Deletes a draft with everything in it.
     *
     * @throws Refusal 404 where there is no such version, 409 where it is no draft, 412 where it was changed in between
     */
    public void delete(UUID id, long version, SignedIn who) {
        Editors.requireLead(who);
        ConceptVersion draft = nodes.version(id);
        if (draft.state() != VersionState.DRAFT) {
            throw new Refusal(HttpStatus.CONFLICT, "no-draft", "concept.refused.noDraft", draft.label());
        }
        if (draft.version() != version) {
            throw Nodes.stale();
        }
        OffsetDateTime now = now();
        if (!bin.put(new Subject("version", id), now, who)) {
            throw Nodes.stale();
        }
        store.mark(id, null, now, now);
        record(who, "deleted", id);
    }

    /** Takes back the deletion of a draft; nothing happens where it is not deleted. */
    public void restore(UUID id, SignedIn who) {
        Editors.requireLead(who);
        Optional<OffsetDateTime> deleted = bin.take(new Subject("version", id));
        if (deleted.isPresent()) {
            store.mark(id, deleted.get(), null, now());
            record(who, "restored", id);
        }
        nodes.version(id);
    }

    /** What was changed about a version after it was read, the oldest first. */
    @InWorkspace(readOnly = true)
    public List<FieldChange> since(UUID id, long version) {
        return concepts.since(id, version);
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private void record(SignedIn who, String done, UUID id) {
        audit.record(actor(who), "version." + done, id.toString(), "");
    }
}
