package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.VersionRelation;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.concept.VersionStep;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.VersionStore;
import de.kreiskonzept.platform.concept.bin.Bin;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Takes a version from state to state. Adoption freezes it for ever, and what it succeeds is superseded by the same resolution. */
@Singleton
@InWorkspace
public class Adoption {
    private final VersionStore versions;
    private final LineageStore lineage;
    private final Bin bin;
    private final AuditTrail audit;
    private final Clock clock;
    private final Texts texts;

    Adoption(VersionStore versions, LineageStore lineage, Bin bin, AuditTrail audit, Clock clock, Texts texts) {
        this.versions = versions;
        this.lineage = lineage;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
        this.texts = texts;
    }

    /** The day on which a resolution may have been made at the latest. */
    @WithoutData
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Takes the next step.
     *
     * @param version of the concept version that the person has seen
     * @param decision checked before
     * @throws Refusal 403 unless by the lead, 404 where there is no such version, 409 where that state may not follow, 412 where it
     *     was changed in between
     */
    public void step(UUID id, long version, Decision decision, SignedIn who) {
        Editors.requireLead(who);
        ConceptVersion before = Nodes.found(versions.find(id));
        if (before.version() != version) {
            throw Nodes.stale();
        }
        VersionState next = decision.findState().orElseThrow();
        if (!before.state().next().contains(next)) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "version-step",
                    "concept.refused.step",
                    before.label(),
                    texts.text(before.state().wordKey()),
                    texts.text(next.wordKey()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        audit.recordAsOne(actor(who), "version." + next.text(), id.toString(), words(before, next), () -> {
            add(before, next, decision, who, now);
            if (before.state().editable() && !next.editable()) {
                bin.empty(id);
                versions.freeze(id, now);
                lineage.carryLights(id, now);
                supersede(before, decision, who, now);
            }
        });
    }

    private void supersede(ConceptVersion adopted, Decision decision, SignedIn who, Instant now) {
        UUID base = adopted.basedOn();
        if (base != null && adopted.relation() == VersionRelation.SUCCESSOR) {
            versions.find(base)
                    .filter(old -> old.state().next().contains(VersionState.SUPERSEDED))
                    .ifPresent(old -> {
                        add(old, VersionState.SUPERSEDED, decision, who, now);
                        audit.record(
                                actor(who),
                                "version." + VersionState.SUPERSEDED.text(),
                                old.id().toString(),
                                words(old, VersionState.SUPERSEDED));
                    });
        }
    }

    private void add(ConceptVersion of, VersionState next, Decision decision, SignedIn who, Instant now) {
        boolean added = versions.add(new VersionStep(
                of.id(),
                versions.listSteps(of.id()).size(),
                next,
                decision.day(),
                decision.decidedBy(),
                decision.resolution(),
                who.accountId(),
                who.name(),
                now));
        if (!added) {
            throw Nodes.stale();
        }
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.accountId(), who.name());
    }

    private static String words(ConceptVersion of, VersionState next) {
        return of.state().text() + " -> " + next.text();
    }
}
