package de.kreiskonzept.platform.monitoring;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Tally;
import de.kreiskonzept.platform.monitoring.Ampel.Figures;
import de.kreiskonzept.platform.monitoring.Ampel.OfGoal;
import de.kreiskonzept.platform.monitoring.Ampel.OfSection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a concept as the database holds it, without what is deleted. A section or goal below a deleted one is out of reach
 * and not shown; a measure of which no goal is left counts in its section all the same.
 *
 * @param sections in their order
 * @param goals in their order within each section
 * @param measures in any order
 */
record AmpelRows(
        String title, StatedCounts stated, List<SectionRow> sections, List<GoalRow> goals, List<MeasureRow> measures) {

    record SectionRow(
            UUID id, @Nullable UUID parentId, SectionKind kind, String number, String name, StatedCounts stated) {}

    record GoalRow(UUID id, UUID sectionId, @Nullable UUID parentId, GoalKind kind, String number, String text) {}

    /** @param goalIds goals it serves, maybe none, maybe deleted ones */
    record MeasureRow(UUID id, UUID sectionId, TrafficLight light, boolean counted, List<UUID> goalIds) {}

    Ampel ampel() {
        return new Sum(this).ampel();
    }

    /** The rows by the row above them; used once. */
    private static final class Sum {
        private final AmpelRows rows;
        private final Map<UUID, List<SectionRow>> sectionsBelow = new HashMap<>();
        private final Map<UUID, List<GoalRow>> topGoals = new HashMap<>();
        private final Map<UUID, List<GoalRow>> goalsBelow = new HashMap<>();
        private final Map<UUID, List<MeasureRow>> inSection = new HashMap<>();
        private final Map<UUID, List<MeasureRow>> ofGoal = new HashMap<>();
        private final Set<UUID> reachable = new HashSet<>();

        Sum(AmpelRows rows) {
            this.rows = rows;
            for (SectionRow section : rows.sections) {
                if (section.parentId() != null) {
                    add(sectionsBelow, section.parentId(), section);
                }
            }
            for (GoalRow goal : rows.goals) {
                UUID parent = goal.parentId();
                add(parent == null ? topGoals : goalsBelow, parent == null ? goal.sectionId() : parent, goal);
            }
            rows.sections.stream().filter(section -> section.parentId() == null).forEach(this::reach);
            for (MeasureRow measure : rows.measures) {
                add(inSection, measure.sectionId(), measure);
                measure.goalIds().forEach(goal -> add(ofGoal, goal, measure));
            }
        }

        Ampel ampel() {
            List<OfSection> top = rows.sections.stream()
                    .filter(section -> section.parentId() == null)
                    .map(section -> section(section, section.kind()))
                    .toList();
            return Ampel.of(rows.title, rows.stated, top);
        }

        private void reach(SectionRow section) {
            of(topGoals, section.id()).forEach(this::reach);
            of(sectionsBelow, section.id()).forEach(this::reach);
        }

        private void reach(GoalRow goal) {
            reachable.add(goal.id());
            of(goalsBelow, goal.id()).forEach(this::reach);
        }

        private OfSection section(SectionRow row, SectionKind kind) {
            List<OfSection> below = of(sectionsBelow, row.id()).stream()
                    .map(section -> section(section, kind))
                    .toList();
            var listed = new ArrayList<MeasureRow>();
            List<OfGoal> goals = of(topGoals, row.id()).stream()
                    .map(goal -> goal(goal, listed))
                    .toList();
            List<MeasureRow> own = of(inSection, row.id());
            Tally tally =
                    below.stream().map(section -> section.figures().tally()).reduce(tally(own), Tally::add);
            int count = goals.stream().mapToInt(Sum::count).sum()
                    + below.stream()
                            .mapToInt(section -> section.figures().goals())
                            .sum();
            return new OfSection(
                    row.id(),
                    kind,
                    row.number(),
                    row.name(),
                    new Figures(count, row.stated(), tally),
                    goals,
                    tally(own.stream().filter(measure -> served(measure) == 0).toList()),
                    (int) new HashSet<>(listed)
                            .stream().filter(measure -> served(measure) > 1).count(),
                    below);
        }

        /** @param listed gets the measures of this goal and of all goals below it */
        private OfGoal goal(GoalRow row, Collection<MeasureRow> listed) {
            List<MeasureRow> own = of(ofGoal, row.id());
            var all = new LinkedHashSet<>(own);
            List<OfGoal> below = of(goalsBelow, row.id()).stream()
                    .map(goal -> goal(goal, all))
                    .toList();
            listed.addAll(all);
            return new OfGoal(row.id(), row.kind(), row.number(), row.text(), tally(own), tally(all), below);
        }

        private long served(MeasureRow measure) {
            return measure.goalIds().stream().filter(reachable::contains).count();
        }

        private static int count(OfGoal goal) {
            int own = goal.kind() == GoalKind.OVERALL_GOAL ? 0 : 1;
            return own + goal.goals().stream().mapToInt(Sum::count).sum();
        }

        private static Tally tally(Collection<MeasureRow> measures) {
            Tally tally = Tally.EMPTY;
            for (MeasureRow measure : measures) {
                tally = tally.add(measure.light(), measure.counted());
            }
            return tally;
        }

        private static <V> void add(Map<UUID, List<V>> map, UUID key, V value) {
            map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
        }

        private static <V> List<V> of(Map<UUID, List<V>> map, UUID key) {
            return map.getOrDefault(key, List.of());
        }
    }
}
