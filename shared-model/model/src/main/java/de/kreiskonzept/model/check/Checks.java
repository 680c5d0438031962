package de.kreiskonzept.model.check;

import de.kreiskonzept.model.check.SameWords.Twin;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.measure.BodyList;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the checks on a version; nothing is stored, so the list is always of this moment. */
public final class Checks {
    private final Content content;

    private Checks(Content content) {
        this.content = content;
    }

    /**
     * The kinds that make sense for a concept nobody has chosen rules for: all of them, but overall goals are missed only where there
     * are some, and may be several.
     */
    public static Set<CheckKind> usual(Content content) {
        var kinds = EnumSet.allOf(CheckKind.class);
        kinds.remove(CheckKind.SECOND_OVERALL_GOAL);
        if (!content.hasOverallGoals()) {
            kinds.remove(CheckKind.SECTION_WITHOUT_OVERALL_GOAL);
        }
        return kinds;
    }

    /** The kinds that the rules of a county's profile leave on; the usual ones where it has chosen none. */
    public static Set<CheckKind> kinds(Content content, Profile profile) {
        if (!profile.isChosen()) {
            return usual(content);
        }
        var kinds = EnumSet.allOf(CheckKind.class);
        for (Rule rule : Rule.values()) {
            if (!profile.rules().contains(rule)) {
                kinds.removeAll(
                        switch (rule) {
                            case OVERALL_GOAL ->
                                Set.of(CheckKind.SECTION_WITHOUT_OVERALL_GOAL, CheckKind.SECOND_OVERALL_GOAL);
                            case MEASURE -> Set.of(CheckKind.GOAL_WITHOUT_MEASURE);
                            case RESPONSIBLE -> Set.of(CheckKind.MEASURE_WITHOUT_RESPONSIBLE);
                        });
            }
        }
        return kinds;
    }

    /** All findings of these kinds, by kind and then in the order of the tree. */
    public static List<Finding> of(Content content, Set<CheckKind> kinds) {
        var checks = new Checks(content);
        return Stream.of(CheckKind.values())
                .filter(kinds::contains)
                .flatMap(checks::find)
                .toList();
    }

    private Stream<Finding> find(CheckKind kind) {
        return switch (kind) {
            case GOAL_WITHOUT_MEASURE -> at(kind, unserved(), Spot::of);
            case MEASURE_WITHOUT_RESPONSIBLE ->
                at(
                        kind,
                        content.measures().stream()
                                .filter(measure ->
                                        !BodyList.of(measure.responsible()).hasLead()),
                        Spot::of);
            case SECTION_WITHOUT_OVERALL_GOAL ->
                at(kind, content.sections().stream().filter(this::lacksOverallGoal), Spot::of);
            case SECOND_OVERALL_GOAL ->
                twins(
                        kind,
                        content.goals().stream()
                                .filter(goal -> goal.kind() == GoalKind.OVERALL_GOAL)
                                .toList(),
                        goal -> goal.sectionId().toString(),
                        Spot::of);
            case COUNT_DIFFERENCE -> differences();
            case DOUBLED_GOAL -> twins(kind, content.goals(), goal -> SameWords.of(goal.text()), Spot::of);
            case DOUBLED_MEASURE -> twins(kind, content.measures(), measure -> SameWords.of(measure.text()), Spot::of);
            case DOUBLED_NUMBER -> doubledNumbers();
            case EMPTY_CHAPTER -> at(kind, content.emptyChapters().stream(), Spot::of);
            case NO_FIGURE, NO_DATE, ADDRESSEE_ELSEWHERE -> at(kind, hinted(kind), Spot::of);
        };
    }

    private Stream<Goal> unserved() {
        return content.goals().stream()
                .filter(goal ->
                        content.goals().stream().noneMatch(below -> goal.id().equals(below.parentId())))
                .filter(goal ->
                        content.served().getOrDefault(goal.id(), List.of()).isEmpty());
    }

    // Overall goals are no SMART goals; those below them are.
    private Stream<Goal> hinted(CheckKind kind) {
        return content.goals().stream()
                .filter(goal -> goal.kind() != GoalKind.OVERALL_GOAL)
                .filter(goal -> Wording.hints(goal.text()).contains(kind));
    }

    private boolean lacksOverallGoal(Section section) {
        boolean leaf =
                content.sections().stream().noneMatch(below -> section.id().equals(below.parentId()));
        boolean holdsGoals =
                content.goals().stream().anyMatch(goal -> goal.sectionId().equals(section.id()));
        return section.kind() != SectionKind.OTHER
                && (leaf || holdsGoals)
                && content.upwards(section)
                        .noneMatch(one -> content.goals().stream()
                                .anyMatch(goal ->
                                        goal.sectionId().equals(one.id()) && goal.kind() == GoalKind.OVERALL_GOAL));
    }

    private Stream<Finding> differences() {
        Stream<Finding> whole = content.stated().differences(goals(section -> true), measures(section -> true)).stream()
                .map(difference -> Finding.differs(Spot.of(content), difference));
        return Stream.concat(whole, content.sections().stream().flatMap(section -> {
            Set<UUID> below = content.below(section.id());
            return section.stated().differences(goals(below::contains), measures(below::contains)).stream()
                    .map(difference -> Finding.differs(Spot.of(section), difference));
        }));
    }

    private int goals(Predicate<UUID> inSection) {
        return (int) content.goals().stream()
                .filter(goal -> goal.kind() != GoalKind.OVERALL_GOAL && inSection.test(goal.sectionId()))
                .count();
    }

    private int measures(Predicate<UUID> inSection) {
        return (int) content.measures().stream()
                .filter(measure -> inSection.test(measure.sectionId()))
                .count();
    }

    // Plain numbers may begin anew below each goal; "2a" or "1.3" names its place and must not come twice in a section.
    private Stream<Finding> doubledNumbers() {
        CheckKind kind = CheckKind.DOUBLED_NUMBER;
        Stream<Finding> sections = twins(kind, content.sections(), one -> key(one.parentId(), one.number()), Spot::of);
        Stream<Finding> goals = twins(kind, content.goals(), Checks::goalKey, Spot::of);
        Stream<Finding> composed = twins(
                kind,
                content.measures().stream()
                        .filter(one -> !isPlain(one.number()))
                        .toList(),
                one -> key(one.sectionId(), one.number()),
                Spot::of);
        Stream<Finding> plain = content.goals().stream()
                .flatMap(goal ->
                        twins(kind, plain(content.measuresOf(goal)), one -> key(goal.id(), one.number()), Spot::of));
        Stream<Finding> loose =
                twins(kind, plain(content.looseMeasures()), one -> key(one.sectionId(), one.number()), Spot::of);
        return Stream.of(sections, goals, composed, plain, loose)
                .flatMap(found -> found)
                .distinct();
    }

    private static String goalKey(Goal goal) {
        boolean below = isPlain(goal.number()) && goal.parentId() != null;
        String key = key(below ? goal.parentId() : goal.sectionId(), goal.number());
        return key.isEmpty() ? key : goal.kind().text() + key;
    }

    /** Where a number must not come twice; empty where there is no number. */
    private static String key(@Nullable UUID in, String number) {
        String words = SameWords.of(number.replace('.', 'p').replace('-', 'm'));
        return words.isEmpty() ? "" : in + " " + words;
    }

    private static boolean isPlain(String number) {
        return number.matches("\\p{N}+[.)]?");
    }

    private static List<Measure> plain(List<Measure> measures) {
        return measures.stream().filter(one -> isPlain(one.number())).toList();
    }

    private static <T> Stream<Finding> at(CheckKind kind, Stream<T> found, Function<T, Spot> spot) {
        return found.map(one -> Finding.at(kind, spot.apply(one)));
    }

    private static <T> Stream<Finding> twins(
            CheckKind kind, List<T> all, Function<T, String> key, Function<T, Spot> spot) {
        List<Twin<T>> twins = SameWords.twins(all, key);
        return twins.stream().map(twin -> Finding.doubled(kind, spot.apply(twin.twin()), spot.apply(twin.first())));
    }
}
