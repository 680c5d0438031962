package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.ProfileStore;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Begins a new version from an adopted one: a successor with all its parts, a supplement without any; both call their levels alike. */
@Singleton
@InWorkspace
public class Revision {
    private final Concepts concepts;
    private final VersionStore versions;
    private final ProfileStore profiles;
    private final Inheritance inheritance;
    private final AuditTrail audit;
    private final Clock clock;

    Revision(
            Concepts concepts,
            VersionStore versions,
            ProfileStore profiles,
            Inheritance inheritance,
            AuditTrail audit,
            Clock clock) {
        this.concepts = concepts;
        this.versions = versions;
        this.profiles = profiles;
        this.inheritance = inheritance;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins the draft and gives its id.
     *
     * @param label what people call it, not blank
     * @throws Refusal 403 unless by the lead, 404 where there is no such version, 409 where it is not adopted
     */
    public UUID begin(UUID base, String label, VersionRelation relation, SignedIn who) {
        Editors.requireLead(who);
        ConceptTree tree = Nodes.found(concepts.findTree(base));
        ConceptVersion old = tree.version();
        if (old.state().editable()) {
            throw new Refusal(HttpStatus.CONFLICT, "version-not-adopted", "concept.refused.notAdopted", old.label());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean whole = relation == VersionRelation.SUCCESSOR;
        var draft = new ConceptVersion(
                Ids.create(now),
                old.conceptId(),
                label,
                VersionState.DRAFT,
                base,
                relation,
                whole ? old.statedGoals() : null,
                whole ? old.statedMeasures() : null,
                null,
                now,
                now,
                0);
        var actor = new Actor(who.accountId(), who.name());
        versions.create(draft, actor);
        profiles.copy(base, draft.id(), now);
        if (whole) {
            copy(tree, draft.id(), now);
        }
        audit.record(actor, "version.revised", draft.id().toString(), relation.text() + " of " + base);
        return draft.id();
    }

    private void copy(ConceptTree tree, UUID draft, Instant now) {
        var copy = new Copy(draft, inheritance.chapters(tree.version().id(), draft, now), now);
        concepts.add(draft, copy.of(tree, concepts.listTexts(tree.version().id())));
        inheritance.record(tree.version().id(), draft, copy, now);
        concepts.copyDetails(draft);
    }
}
