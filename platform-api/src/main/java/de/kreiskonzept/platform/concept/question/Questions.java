package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.model.check.Bodies;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.question.MovementStore.Movement;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Answers the four questions from the tree of a version and from when something happened in it. */
@Singleton
@InWorkspace(readOnly = true)
public class Questions {
    private final Concepts concepts;
    private final MovementStore movements;

    Questions(Concepts concepts, MovementStore movements) {
        this.concepts = concepts;
        this.movements = movements;
    }

    /**
     * The answers to one question.
     *
     * @param profile how the version calls its levels
     * @param answers in the order of the question, then of the tree
     */
    public record Answered(
            ConceptVersion version, Profile profile, QuestionFilter filter, List<SectionAnswer> answers) {}

    /**
     * Answers a question.
     *
     * @param version empty for the current one
     * @return empty where there is no such version
     */
    public Optional<Answered> find(Optional<UUID> version, QuestionFilter filter) {
        return version.or(() -> concepts.findCurrentVersion().map(ConceptVersion::id))
                .flatMap(concepts::findTree)
                .map(tree -> new Answered(tree.version(), tree.profile(), filter, answers(tree, filter)));
    }

    private List<SectionAnswer> answers(ConceptTree tree, QuestionFilter filter) {
        Map<UUID, Movement> moved = movements.list(tree.version().id());
        Stream<SectionAnswer> all = filter.every()
                ? tree.allSectionNodes().stream()
                        .filter(Questions::holdsContent)
                        .map(node -> own(node, moved))
                : tree.sections().stream().map(node -> whole(node, moved));
        return switch (filter.question()) {
            case FOCUS ->
                all.sorted(Comparator.comparingInt(SectionAnswer::measures).reversed())
                        .toList();
            case GAPS -> all.filter(one -> one.measures() == 0).toList();
            case BODIES ->
                all.filter(one -> !one.bodies().isEmpty())
                        .sorted(Comparator.comparingInt(
                                        (SectionAnswer one) -> one.bodies().size())
                                .reversed())
                        .toList();
            case MOVEMENT ->
                all.sorted(Comparator.comparing(SectionAnswer::movedAt).reversed())
                        .toList();
        };
    }

    // A chapter that only holds others says nothing of its own.
    private static boolean holdsContent(SectionNode node) {
        return node.sections().isEmpty()
                || !node.goals().isEmpty()
                || !node.own().isEmpty();
    }

    private static SectionAnswer own(SectionNode node, Map<UUID, Movement> moved) {
        int goals = (int) node.allGoals().stream()
                .filter(goal -> goal.kind() != GoalKind.OVERALL_GOAL)
                .count();
        return answer(
                node,
                goals,
                node.own(),
                Nodes.found(Optional.ofNullable(moved.get(node.section().id()))));
    }

    private static SectionAnswer whole(SectionNode node, Map<UUID, Movement> moved) {
        Optional<Movement> last = all(node)
                .flatMap(one -> Stream.ofNullable(moved.get(one.section().id())))
                .reduce(Movement::and);
        return answer(node, node.goalCount(), node.measures().values(), Nodes.found(last));
    }

    private static SectionAnswer answer(SectionNode node, int goals, Collection<MeasureNode> measures, Movement last) {
        List<String> bodies = Bodies.of(
                measures.stream().map(one -> one.measure().responsible()).toList());
        return new SectionAnswer(node.section(), goals, measures.size(), bodies, last.changedAt(), last.assessedAt());
    }

    private static Stream<SectionNode> all(SectionNode node) {
        return Stream.concat(Stream.of(node), node.sections().stream().flatMap(Questions::all));
    }
}
