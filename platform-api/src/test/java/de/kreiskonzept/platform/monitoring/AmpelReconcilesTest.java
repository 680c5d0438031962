package de.kreiskonzept.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import de.kreiskonzept.platform.monitoring.AmpelRows.GoalRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.MeasureRow;
import de.kreiskonzept.platform.monitoring.AmpelRows.SectionRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For any concept the numbers of the Ampel are those of counting each measure by hand. */
class AmpelReconcilesTest {
    @Property(tries = 300)
    void totalIsTheSumOfTheKindsAndOfTheTopSectionsAndOfAllMeasures(@ForAll long seed) {
        AmpelRows rows = concept(new Random(seed));
        Ampel ampel = rows.ampel();

        Tally total = ampel.total().tally();
        assertThat(total).isEqualTo(naive(rows, measure -> true));
        assertThat(ampel.kinds().stream().map(kind -> kind.figures().tally()).reduce(Tally.EMPTY, Tally::add))
                .isEqualTo(total);
        assertThat(ampel.sections().stream()
                        .map(section -> section.figures().tally())
                        .reduce(Tally.EMPTY, Tally::add))
                .isEqualTo(total);
    }

    @Property(tries = 300)
    void everySectionAndEveryGoalHasTheMeasuresThatAnybodyWouldCount(@ForAll long seed) {
        AmpelRows rows = concept(new Random(seed));

        rows.ampel().sections().stream().flatMap(OfSection::all).forEach(section -> {
            Set<UUID> inside = sectionsBelow(rows, section.id());
            assertThat(section.figures().tally())
                    .isEqualTo(naive(rows, measure -> inside.contains(measure.sectionId())));
            assertThat(section.withoutGoal())
                    .isEqualTo(naive(
                            rows,
                            measure -> measure.sectionId().equals(section.id())
                                    && measure.goalIds().isEmpty()));
            section.goals().forEach(goal -> checkGoal(rows, goal));
        });
    }

    @Property(tries = 300)
    void percentagesSumToAHundredOrAreMissing(@ForAll long seed) {
        concept(new Random(seed)).ampel().sections().stream()
                .flatMap(OfSection::all)
                .map(section -> section.figures().tally())
                .forEach(tally -> assertThat(tally.sharesOfCounted()
                                .map(shares -> shares.green() + shares.yellow() + shares.red() + shares.grey())
                                .orElse(tally.counted() == 0 ? 100 : 0))
                        .isEqualTo(100));
    }

    private static void checkGoal(AmpelRows rows, OfGoal goal) {
        Set<UUID> tree = goalsBelow(rows, goal.id());
        assertThat(goal.tally())
                .isEqualTo(naive(rows, measure -> measure.goalIds().stream().anyMatch(tree::contains)));
        assertThat(goal.own())
                .isEqualTo(naive(rows, measure -> measure.goalIds().contains(goal.id())));
        goal.goals().forEach(below -> checkGoal(rows, below));
    }

    private static Tally naive(AmpelRows rows, Predicate<MeasureRow> which) {
        int[] numbers = new int[5];
        for (MeasureRow measure : rows.measures()) {
            if (which.test(measure)) {
                numbers[measure.counted() ? measure.light().ordinal() : 4]++;
            }
        }
        return new Tally(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static Set<UUID> sectionsBelow(AmpelRows rows, UUID top) {
        var found = new HashSet<UUID>(Set.of(top));
        rows.sections().stream()
                .filter(section -> found.contains(section.parentId()))
                .forEach(section -> found.add(section.id()));
        return found;
    }

    private static Set<UUID> goalsBelow(AmpelRows rows, UUID top) {
        var found = new HashSet<UUID>(Set.of(top));
        rows.goals().stream().filter(goal -> found.contains(goal.parentId())).forEach(goal -> found.add(goal.id()));
        return found;
    }

    /** Parents stand before their children, as a concept is written. */
    private static AmpelRows concept(Random random) {
        var sections = new ArrayList<SectionRow>();
        var goals = new ArrayList<GoalRow>();
        var measures = new ArrayList<MeasureRow>();
        for (int i = random.nextInt(8); i > 0; i--) {
            UUID parent = sections.isEmpty() || random.nextBoolean()
                    ? null
                    : any(random, sections).id();
            SectionKind kind = SectionKind.values()[random.nextInt(3)];
            sections.add(new SectionRow(uuid(random), parent, kind, "", "Abschnitt", StatedCounts.NONE));
        }
        for (int i = sections.isEmpty() ? 0 : random.nextInt(20); i > 0; i--) {
            GoalRow parent = goals.isEmpty() || random.nextBoolean() ? null : any(random, goals);
            UUID section = parent == null ? any(random, sections).id() : parent.sectionId();
            GoalKind kind = GoalKind.values()[random.nextInt(3)];
            goals.add(new GoalRow(uuid(random), section, parent == null ? null : parent.id(), kind, "", "Ziel"));
        }
        for (int i = sections.isEmpty() ? 0 : random.nextInt(60); i > 0; i--) {
            var served = new HashSet<UUID>();
            for (int j = goals.isEmpty() ? 0 : random.nextInt(4); j > 0; j--) {
                served.add(any(random, goals).id());
            }
            measures.add(new MeasureRow(
                    uuid(random),
                    any(random, sections).id(),
                    TrafficLight.values()[random.nextInt(4)],
                    random.nextInt(5) > 0,
                    List.copyOf(served)));
        }
        return new AmpelRows("Konzept", StatedCounts.NONE, sections, goals, measures);
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
