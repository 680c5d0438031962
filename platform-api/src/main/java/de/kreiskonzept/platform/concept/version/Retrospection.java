package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.AuditTrail;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.lineage.Attainment;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.lineage.Retrospect;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.editor.Editors;
import de.kreiskonzept.platform.concept.retrospect.RetrospectStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks back: a version says of each goal of the version it is based on, dropped ones too, how far it was reached. */
@Singleton
@InWorkspace
public class Retrospection {
    private final Concepts concepts;
    private final Nodes nodes;
    private final LineageStore lineage;
    private final RetrospectStore store;
    private final AuditTrail audit;
    private final Clock clock;

    Retrospection(
            Concepts concepts,
            Nodes nodes,
            LineageStore lineage,
            RetrospectStore store,
            AuditTrail audit,
            Clock clock) {
        this.concepts = concepts;
        this.nodes = nodes;
        this.lineage = lineage;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A former goal.
     *
     * @param section of the former version
     * @param label what the former version calls the goal
     * @param successors goals of the later version that descend from it, in their order; none where it was dropped
     */
    public record Line(Section section, Goal goal, String label, List<Goal> successors, Retrospect retrospect) {}

    /**
     * All former goals.
     *
     * @param profile of the later version
     * @param lines in the order of the former version
     */
    public record Shown(ConceptVersion before, ConceptVersion after, Profile profile, List<Line> lines) {
        /** The lines by section. */
        public List<List<Line>> groups(List<Line> some) {
            return List.copyOf(some.stream()
                    .collect(
                            Collectors.groupingBy(line -> line.section().id(), LinkedHashMap::new, Collectors.toList()))
                    .values());
        }

        /** Number of goals of which this is said. */
        public long count(Attainment attainment) {
            return lines.stream()
                    .filter(line -> line.retrospect().attainment() == attainment)
                    .count();
        }

        /** Whether anything is said of any goal. */
        public boolean says() {
            return lines.stream().anyMatch(line -> line.retrospect().says());
        }
    }

    /**
     * What a version says.
     *
     * @throws Refusal 404 where there is no such version, 409 where it is not based on another one
     */
    @InWorkspace(readOnly = true)
    public Shown get(UUID versionId) {
        return find(versionId)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT,
                        "version-without-base",
                        "concept.refused.noBase",
                        nodes.version(versionId).label()));
    }

    /**
     * What a version says; empty where it is not based on another one.
     *
     * @throws Refusal 404 where there is no such version
     */
    @InWorkspace(readOnly = true)
    public Optional<Shown> find(UUID versionId) {
        UUID base = nodes.version(versionId).basedOn();
        if (base == null) {
            return Optional.empty();
        }
        ConceptTree old = Nodes.found(concepts.findTree(base));
        ConceptTree now = Nodes.found(concepts.findTree(versionId));
        Map<UUID, Goal> goals = now.allSectionNodes().stream()
                .flatMap(node -> node.allGoals().stream())
                .collect(Collectors.toMap(Goal::id, goal -> goal, (one, same) -> one, LinkedHashMap::new));
        Map<UUID, List<UUID>> descents = lineage.list(versionId, NodeKind.GOAL).stream()
                .collect(Collectors.groupingBy(
                        Descent::predecessor, Collectors.mapping(Descent::successor, Collectors.toList())));
        Map<UUID, Retrospect> said = store.list(versionId);
        var lines = old.allSectionNodes().stream()
                .flatMap(node -> node.allGoals().stream()
                        .map(goal -> new Line(
                                node.section(),
                                goal,
                                old.profile().label(goal),
                                successors(goals, descents.getOrDefault(goal.id(), List.of())),
                                said.getOrDefault(
                                        goal.id(), Retrospect.none(Ids.create(clock), versionId, goal.id())))))
                .toList();
        return Optional.of(new Shown(old.version(), now.version(), now.profile(), lines));
    }

    private static List<Goal> successors(Map<UUID, Goal> goals, List<UUID> ids) {
        return goals.values().stream().filter(goal -> ids.contains(goal.id())).toList();
    }

    /**
     * What a version says of one goal.
     *
     * @throws Refusal 404 where there is no such version or it is based on another one without this goal, 409 where on none
     */
    @InWorkspace(readOnly = true)
    public Line get(UUID versionId, UUID goalId) {
        return Nodes.found(get(versionId).lines().stream()
                .filter(line -> line.goal().id().equals(goalId))
                .findFirst());
    }

    /**
     * Says something else of a former goal; nothing is stored where it says the same.
     *
     * @param version of what was shown, refused as stale otherwise
     * @param said checked before
     * @throws Refusal 403 unless by the lead, 404 where there is no such goal, 409 where the version is frozen or based on none,
     *     412 where it was changed in between
     */
    public Retrospect tell(UUID versionId, UUID goalId, long version, Said said, SignedIn who) {
        Editors.requireLead(who);
        Retrospect before = get(versionId, goalId).retrospect();
        nodes.editable(versionId);
        if (before.version() != version) {
            throw Nodes.stale();
        }
        if (said.attainment() == before.attainment() && said.explanation().equals(before.explanation())) {
            return before;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.put(before, before.told(said.attainment(), said.explanation(), now, who.accountId()))) {
            throw Nodes.stale();
        }
        audit.record(
                new Actor(who.accountId(), who.name()), "goal.looked_back", goalId.toString(), "version " + versionId);
        return get(versionId, goalId).retrospect();
    }

    /** What a person says of a goal. */
    public record Said(Attainment attainment, String explanation) {}
}
