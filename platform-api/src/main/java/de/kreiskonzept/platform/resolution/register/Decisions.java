package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.identity.insight.Insights;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.tenancy.WithoutData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Enters what committees decided, and keeps up how far it is carried out. What was decided stays as it is. */
@Singleton
@InWorkspace
public class Decisions {
    private final DecisionStore store;
    private final Nodes nodes;
    private final AuditTrail audit;
    private final Clock clock;
    private final Insights insights;

    Decisions(DecisionStore store, Nodes nodes, AuditTrail audit, Clock clock, Insights insights) {
        this.store = store;
        this.nodes = nodes;
        this.audit = audit;
        this.clock = clock;
        this.insights = insights;
    }

    /** The day it is. */
    @WithoutData
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Part of the register as this person may read it. */
    @InWorkspace(readOnly = true)
    public DecisionStore.Page list(DecisionFilter filter, SignedIn who, DecisionStore.Part part) {
        return store.list(filter, today(), insights.of(who), part);
    }

    /**
     * A decision as this person may read it.
     *
     * @throws Refusal 404 where there is none for this person
     */
    @InWorkspace(readOnly = true)
    public RegisterLine get(UUID id, SignedIn who) {
        return store.find(id, insights.of(who)).orElseThrow(Refusal::notFound);
    }

    /** Enters a decision. */
    public void enter(CouncilDecision decision, SignedIn who) {
        store.insert(decision);
        record(who, "decision.entered", decision.id());
    }

    /** Gives a decision the words and votes of another one; how far it is carried out stays. */
    public void correct(CouncilDecision before, CouncilDecision right, SignedIn who) {
        store.correct(before, right);
        record(who, "decision.corrected", before.id());
    }

    /** Deletes a decision that was never made. */
    public void withdraw(CouncilDecision wrong, SignedIn who) {
        store.delete(wrong);
        record(who, "decision.withdrawn", wrong.id());
    }

    /** Enters a decision that no paper proposed; gives its id. */
    public UUID create(DecisionForm form, SignedIn who) {
        Instant now = now();
        CouncilDecision decision = form.decision(Ids.create(now), now);
        enter(decision, who);
        return decision.id();
    }

    /**
     * Says how far a decision is carried out.
     *
     * @param form checked before
     * @throws Refusal 404, 412 where it has changed in between
     */
    public void change(UUID id, long version, ProgressForm form, SignedIn who) {
        CouncilDecision before = get(id, who).decision();
        if (before.version() != version) {
            throw Refusal.stale();
        }
        store.update(form.changed(before, now()));
        record(who, "decision.changed", id);
    }

    /**
     * Says that a decision carries a measure.
     *
     * @throws Refusal 404 where one of them is not there
     */
    public void carry(UUID id, UUID measure, SignedIn who) {
        get(id, who);
        nodes.measure(measure);
        store.carry(id, measure, now());
        record(who, "decision.changed", id);
    }

    /**
     * Says that a decision does not carry a measure.
     *
     * @throws Refusal 404 where there is no such decision
     */
    public void drop(UUID id, UUID measure, SignedIn who) {
        get(id, who);
        store.drop(id, measure);
        record(who, "decision.changed", id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(SignedIn who, String action, UUID id) {
        audit.record(new Actor(who.accountId(), who.name()), action, id.toString(), "");
    }
}
