package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.check.Criterion;
import de.kreiskonzept.model.check.Judgement;
import de.kreiskonzept.model.check.Smart;
import de.kreiskonzept.model.check.Verdict;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** People say whether a goal is a good one, criterion by criterion; also where the goal itself is frozen. */
@Singleton
@InWorkspace
class Judging {
    private final Nodes nodes;
    private final SmartStore store;
    private final Editors editors;
    private final AuditTrail audit;
    private final Clock clock;

    Judging(Nodes nodes, SmartStore store, Editors editors, AuditTrail audit, Clock clock) {
        this.nodes = nodes;
        this.store = store;
        this.editors = editors;
        this.audit = audit;
        this.clock = clock;
    }

    /** A goal of a version that is not deleted, with what people say about it. */
    record Judged(Goal goal, Smart smart) {}

    /**
     * The goal with its judgements.
     *
     * @throws de.kreiskonzept.foundation.web.Refusal 404 where there is no such goal
     */
    @InWorkspace(readOnly = true)
    public Judged get(UUID id) {
        Goal goal = nodes.goal(id);
        nodes.version(goal.versionId());
        return new Judged(goal, store.get(id));
    }

    /**
     * Stores what differs from the judgements before; the name of who judged stays where nothing differs.
     *
     * @param version of the judgements that were shown, refused as stale otherwise
     */
    public Judged judge(UUID id, long version, Map<Criterion, Verdict> verdicts, SignedIn who) {
        Judged before = get(id);
        editors.requireSection(who, before.goal().sectionId());
        if (before.smart().version() != version) {
            throw Nodes.stale();
        }
        Instant now = clock.instant();
        var changes = before.smart().changes(verdicts);
        changes.forEach((criterion, verdict) -> {
            long next =
                    before.smart().find(criterion).map(one -> one.version() + 1).orElse(0L);
            var judgement = new Judgement(criterion, verdict, now, who.accountId(), who.name(), next);
            if (!store.put(id, judgement)) {
                throw Nodes.stale();
            }
        });
        if (!changes.isEmpty()) {
            audit.record(new Actor(who.accountId(), who.name()), "goal.judged", id.toString(), "");
        }
        return get(id);
    }
}
