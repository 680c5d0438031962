package de.kreiskonzept.platform.monitoring.stand;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.monitoring.Round;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.version.Comparison;
import de.kreiskonzept.platform.monitoring.Evaluation;
import de.kreiskonzept.platform.monitoring.LightTable;
import de.kreiskonzept.platform.monitoring.stand.StandRows.GoalLine;
import de.kreiskonzept.platform.monitoring.stand.StandRows.MeasureLine;
import de.kreiskonzept.platform.monitoring.stand.StandRows.SectionLine;
import de.kreiskonzept.platform.monitoring.vocabulary.StatusLine;
import de.kreiskonzept.platform.monitoring.vocabulary.VocabularyStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fixes how far the measures of a version are, and gives it back as it was, whatever happens later. */
@Singleton
@InWorkspace(readOnly = true)
public class Stands {
    private final StandStore store;
    private final Concepts concepts;
    private final LightTable lights;
    private final Comparison comparison;
    private final Evaluation evaluation;
    private final VocabularyStore vocabularies;

    Stands(
            StandStore store,
            Concepts concepts,
            LightTable lights,
            Comparison comparison,
            Evaluation evaluation,
            VocabularyStore vocabularies) {
        this.store = store;
        this.concepts = concepts;
        this.lights = lights;
        this.comparison = comparison;
        this.evaluation = evaluation;
        this.vocabularies = vocabularies;
    }

    /** A Stand with its rows. */
    public record Whole(Stand stand, StandRows rows) {}

    /** All Stände, the latest first. */
    public List<Stand> list() {
        return store.list();
    }

    /**
     * A Stand without its rows, to see whether somebody has them already.
     *
     * @throws Refusal 404 where there is none
     */
    public Stand getHead(UUID id) {
        return store.findHead(id).orElseThrow(Refusal::notFound);
    }

    /**
     * A Stand with its rows.
     *
     * @throws Refusal 404 where there is none
     */
    public Whole get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * What became of measures, sections and goals between two Stände.
     *
     * @param before the one with the earlier cutoff date
     */
    public record Compared(Whole before, Whole after, StandChanges changes, PartChanges parts) {}

    /**
     * Compares two Stände; the one with the earlier cutoff date is the earlier one, whichever is named first.
     *
     * @throws Refusal 404 where one of them is not there
     */
    public Compared compare(UUID one, UUID other) {
        Whole first = get(one);
        Whole second = get(other);
        boolean inOrder = !first.stand().cutoff().isAfter(second.stand().cutoff());
        Whole before = inOrder ? first : second;
        Whole after = inOrder ? second : first;
        return new Compared(
                before,
                after,
                StandChanges.of(before.rows(), after.rows(), descents(before, after, NodeKind.MEASURE)),
                PartChanges.of(
                        before.rows().ampel(),
                        after.rows().ampel(),
                        descents(before, after, NodeKind.SECTION),
                        descents(before, after, NodeKind.GOAL)));
    }

    private List<Descent> descents(Whole before, Whole after, NodeKind kind) {
        UUID earlier = before.stand().versionId();
        UUID later = after.stand().versionId();
        return earlier == null || later == null || earlier.equals(later)
                ? List.of()
                : comparison.descents(later, earlier, kind);
    }

    /** The Stand before this one by cutoff date; empty where it is the first. */
    public Optional<Stand> findBefore(Stand stand) {
        return store.list().stream()
                .dropWhile(one -> !one.id().equals(stand.id()))
                .skip(1)
                .findFirst();
    }

    /** The Stand of a round; empty where it was not closed yet. */
    public Optional<Stand> findOfRound(UUID round) {
        return store.findOfRound(round);
    }

    /**
     * Fixes how far the measures of the version of a round are now.
     *
     * @param counted whether measures count in this round, by their ids; the others count as they do in the Ampel now
     */
    @InWorkspace(readOnly = false)
    public Stand record(Round round, Map<UUID, Boolean> counted, Instant now) {
        ConceptTree tree = concepts.findTree(round.versionId()).orElseThrow(Refusal::notFound);
        var stand = new Stand(Ids.create(now), round.id(), round.versionId(), round.name(), round.cutoff(), "", now);
        StandRows rows = rows(tree, lights.justifications(round.versionId()), StatusLine.list(vocabularies.find()))
                .withCounted(counted);
        store.add(stand, rows.with(evaluation.aggregates(round.versionId())));
        return stand;
    }

    private static StandRows rows(ConceptTree tree, Map<UUID, String> justifications, List<StatusLine> statuses) {
        List<SectionNode> nodes = tree.allSectionNodes();
        Map<UUID, List<UUID>> served = served(nodes);
        var stated = tree.version().stated();
        return new StandRows(
                tree.concept().title(),
                tree.version().label(),
                stated.goals(),
                stated.measures(),
                tree.allSections().stream().map(Stands::line).toList(),
                nodes.stream()
                        .flatMap(node -> node.allGoals().stream())
                        .map(Stands::line)
                        .toList(),
                nodes.stream()
                        .flatMap(node -> node.own().stream())
                        .map(node -> line(
                                node,
                                served.getOrDefault(node.measure().id(), List.of()),
                                justifications.getOrDefault(node.measure().id(), "")))
                        .toList(),
                null,
                null,
                statuses);
    }

    private static Map<UUID, List<UUID>> served(List<SectionNode> nodes) {
        var served = new HashMap<UUID, List<UUID>>();
        nodes.forEach(node -> node.goals().forEach(goal -> serve(goal, served)));
        return served;
    }

    private static void serve(GoalNode node, Map<UUID, List<UUID>> served) {
        node.measures()
                .forEach(one -> served.computeIfAbsent(one.measure().id(), _ -> new ArrayList<>())
                        .add(node.goal().id()));
        node.goals().forEach(below -> serve(below, served));
    }

    private static SectionLine line(Section section) {
        return new SectionLine(
                section.id(),
                section.parentId(),
                section.kind().text(),
                section.number(),
                section.name(),
                section.stated().goals(),
                section.stated().measures());
    }

    private static GoalLine line(Goal goal) {
        return new GoalLine(
                goal.id(), goal.sectionId(), goal.parentId(), goal.kind().text(), goal.number(), goal.text());
    }

    private static MeasureLine line(MeasureNode node, List<UUID> goals, String justification) {
        Measure measure = node.measure();
        CurrentLight light = node.light();
        return new MeasureLine(
                measure.id(),
                measure.sectionId(),
                goals,
                measure.number(),
                measure.text(),
                measure.responsible(),
                light.light().text(),
                text(light.reason()),
                light.counted(),
                justification,
                light.status());
    }

    private static @Nullable String text(@Nullable ReasonClass reason) {
        return reason == null ? null : reason.text();
    }
}
