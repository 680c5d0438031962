package de.kreiskonzept.model.check;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything in one version that checks look at.
 *
 * @param id of the version
 * @param stated counts of the version
 * @param sections parents before children, in the order of the tree; goals and measures likewise
 * @param served ids of the measures of a goal by its id; a goal without measures may be missing
 */
public record Content(
        UUID id,
        StatedCounts stated,
        List<Section> sections,
        List<Goal> goals,
        List<Measure> measures,
        Map<UUID, List<UUID>> served,
        List<Chapter> emptyChapters) {
    /** Keeps copies. */
    public Content {
        sections = List.copyOf(sections);
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        served = Map.copyOf(served);
        emptyChapters = List.copyOf(emptyChapters);
    }

    /** A version without chapters. */
    public Content(
            UUID id,
            StatedCounts stated,
            List<Section> sections,
            List<Goal> goals,
            List<Measure> measures,
            Map<UUID, List<UUID>> served) {
        this(id, stated, sections, goals, measures, served, List.of());
    }

    /** Whether the concept knows overall goals at all. */
    public boolean hasOverallGoals() {
        return goals.stream().anyMatch(goal -> goal.kind() == GoalKind.OVERALL_GOAL);
    }

    /** Measures that serve the goal itself, in the order of the tree. */
    List<Measure> measuresOf(Goal goal) {
        var ids = Set.copyOf(served.getOrDefault(goal.id(), List.of()));
        return measures.stream().filter(measure -> ids.contains(measure.id())).toList();
    }

    /** Measures that serve no goal. */
    List<Measure> looseMeasures() {
        var ids = new HashSet<UUID>();
        served.values().forEach(ids::addAll);
        return measures.stream().filter(measure -> !ids.contains(measure.id())).toList();
    }

    /** The section and all above it, from the bottom up. */
    Stream<Section> upwards(Section section) {
        Stream<Section> above = sections.stream()
                .filter(one -> one.id().equals(section.parentId()))
                .flatMap(this::upwards);
        return Stream.concat(Stream.of(section), above);
    }

    /** Ids of the section and all below it. */
    Set<UUID> below(UUID section) {
        var ids = new HashSet<UUID>(Set.of(section));
        sections.stream()
                .filter(one -> one.parentId() != null && ids.contains(one.parentId()))
                .forEach(one -> ids.add(one.id()));
        return ids;
    }
}
