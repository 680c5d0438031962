package de.kreiskonzept.platform.monitoring.round;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.model.monitoring.RoundState;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.monitoring.round.Scope.Line;
import de.kreiskonzept.platform.monitoring.round.Scope.Part;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says which measures count in the evaluation of a round that is not closed; its Stand fixes it. */
@Singleton
@InWorkspace
class Scoping {
    private final RoundStore rounds;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Clock clock;

    Scoping(RoundStore rounds, Concepts concepts, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.concepts = concepts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The measures of the version of a round that the filter shows.
     *
     * @throws Refusal 404 where there is no such round
     */
    @InWorkspace(readOnly = true)
    Scope get(UUID id, ScopeFilter filter) {
        Round round = rounds.find(id).orElseThrow(Refusal::notFound);
        ConceptTree tree = concepts.findTree(round.versionId()).orElseThrow(Refusal::notFound);
        var reading = new ScopeReading(rounds.listCounted(id), concepts.listDetails(round.versionId()), filter);
        var all = new ArrayList<Part>();
        var shown = new ArrayList<Part>();
        tree.sections().forEach(section -> reading.add(section, 0, all, shown));
        List<MeasureNode> measures = List.copyOf(tree.measures().values());
        int counted = (int) measures.stream().filter(reading::counts).count();
        return new Scope(round, all, shown, counted, measures.size());
    }

    /**
     * Says of each measure that the filter shows whether it counts.
     *
     * @param version of the round that was shown
     * @param counts which of them count
     * @throws Refusal 404, 409 where the round is closed, 412 where it has changed
     */
    void change(UUID id, long version, ScopeFilter filter, Predicate<UUID> counts, SignedIn who) {
        Scope scope = get(id, filter);
        Round round = scope.round();
        Rounds.require(round, RoundState.DRAFT, RoundState.OPEN);
        if (round.version() != version) {
            throw Refusal.stale();
        }
        Set<UUID> shown = scope.shown().stream().map(Line::id).collect(Collectors.toSet());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rounds.update(round.touched(now));
        rounds.count(id, shown.stream().collect(Collectors.toMap(one -> one, counts::test)), now);
        audit.record(new Actor(who.accountId(), who.name()), "round.scope", id.toString(), "");
    }
}
