package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.model.check.Bodies;
import de.kreiskonzept.model.check.SameWords;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.directory.Organisation;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.question.MovementStore.Movement;
import de.kreiskonzept.platform.directory.OrganisationStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Answers the four questions from the tree of a version and from when something happened in it. */
@Singleton
@InWorkspace(readOnly = true)
public class Questions {
    private final Concepts concepts;
    private final MovementStore movements;
    private final OrganisationStore organisations;

    Questions(Concepts concepts, MovementStore movements, OrganisationStore organisations) {
        this.concepts = concepts;
        this.movements = movements;
        this.organisations = organisations;
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
        UnaryOperator<String> known = known(tree);
        Stream<SectionAnswer> all = filter.every()
                ? tree.allSectionNodes().stream()
                        .filter(Questions::holdsContent)
                        .map(node -> own(node, moved, known))
                : tree.sections().stream().map(node -> whole(node, moved, known));
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

    // Different spellings of one organisation are one body, once people have said so.
    private UnaryOperator<String> known(ConceptTree tree) {
        Map<String, Organisation> byWords = organisations.listByWords(
                bodies(tree.measures().values()).stream().map(SameWords::of).toList());
        return name -> {
            Organisation organisation = byWords.get(SameWords.of(name));
            return organisation == null ? name : organisation.name();
        };
    }

    private static List<String> bodies(Collection<MeasureNode> measures) {
        return Bodies.of(
                measures.stream().map(one -> one.measure().responsible()).toList());
    }

    // A chapter that only holds others says nothing of its own.
    private static boolean holdsContent(SectionNode node) {
        return node.sections().isEmpty()
                || !node.goals().isEmpty()
                || !node.own().isEmpty();
    }

    private static SectionAnswer own(SectionNode node, Map<UUID, Movement> moved, UnaryOperator<String> known) {
        int goals = (int) node.allGoals().stream()
                .filter(goal -> goal.kind() != GoalKind.OVERALL_GOAL)
                .count();
        Movement last = Nodes.found(Optional.ofNullable(moved.get(node.section().id())));
        return answer(node, goals, node.own().size(), named(node.own(), known), last);
    }

    private static SectionAnswer whole(SectionNode node, Map<UUID, Movement> moved, UnaryOperator<String> known) {
        Optional<Movement> last = all(node)
                .flatMap(one -> Stream.ofNullable(moved.get(one.section().id())))
                .reduce(Movement::and);
        Collection<MeasureNode> measures = node.measures().values();
        return answer(node, node.goalCount(), measures.size(), named(measures, known), Nodes.found(last));
    }

    private static List<String> named(Collection<MeasureNode> measures, UnaryOperator<String> known) {
        return bodies(measures).stream().map(known).distinct().toList();
    }

    private static SectionAnswer answer(SectionNode node, int goals, int measures, List<String> bodies, Movement last) {
        return new SectionAnswer(node.section(), goals, measures, bodies, last.changedAt(), last.assessedAt());
    }

    private static Stream<SectionNode> all(SectionNode node) {
        return Stream.concat(Stream.of(node), node.sections().stream().flatMap(Questions::all));
    }
}
