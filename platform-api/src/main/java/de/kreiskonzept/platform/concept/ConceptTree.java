package de.kreiskonzept.platform.concept;

import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.structure.Profile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One version of a concept with everything in it that is not deleted, each list in its order.
 *
 * @param profile how its levels are called; the usual words where the county has chosen none
 * @param texts of the version as a whole, without those of sections and goals
 * @param sections top sections
 */
public record ConceptTree(
        Concept concept, ConceptVersion version, Profile profile, List<TextBlock> texts, List<SectionNode> sections) {

    /** A measure with what holds for it now. */
    public record MeasureNode(Measure measure, CurrentLight light) {}

    /**
     * A section with what is below it.
     *
     * @param texts of the section itself
     * @param goals top goals of the section itself
     * @param own all measures of the section itself; a measure counts here, whatever goals it serves
     * @param loose those of them that serve no goal
     */
    public record SectionNode(
            Section section,
            List<TextBlock> texts,
            List<SectionNode> sections,
            List<GoalNode> goals,
            List<MeasureNode> own,
            List<MeasureNode> loose) {

        /** Goals here and below that are no overall goals. */
        public int goalCount() {
            return goals.stream().mapToInt(GoalNode::goalCount).sum()
                    + sections.stream().mapToInt(SectionNode::goalCount).sum();
        }

        /** Measures here and below by id, each once. */
        public Map<UUID, MeasureNode> measures() {
            Stream<MeasureNode> below = sections.stream().flatMap(section -> section.measures().values().stream());
            return distinct(Stream.concat(own.stream(), below));
        }

        /** Number of distinct measures here and below. */
        public int measureCount() {
            return measures().size();
        }

        /** Warnings where the stated counts depart from the tree. */
        public List<StatedCounts.Difference> differences() {
            return section.stated().differences(goalCount(), measureCount());
        }

        /** Measures here and below by light; lights without a measure are left out. */
        public Map<TrafficLight, Long> lights() {
            return ConceptTree.lights(measures());
        }

        private Optional<SectionNode> find(UUID id) {
            return section.id().equals(id)
                    ? Optional.of(this)
                    : sections.stream().flatMap(node -> node.find(id).stream()).findFirst();
        }

        /** All goals of this section itself, parents before children. */
        public List<Goal> allGoals() {
            return goals.stream().flatMap(GoalNode::all).toList();
        }
    }

    /**
     * A goal with what is below it.
     *
     * @param texts of the goal itself
     * @param measures that serve the goal itself
     */
    public record GoalNode(Goal goal, List<TextBlock> texts, List<GoalNode> goals, List<MeasureNode> measures) {

        /** Goals in this tree, this one included, that are no overall goals. */
        public int goalCount() {
            int own = goal.kind() == GoalKind.OVERALL_GOAL ? 0 : 1;
            return own + goals.stream().mapToInt(GoalNode::goalCount).sum();
        }

        /** Number of distinct measures in this tree. */
        public int measureCount() {
            return distinct(allMeasures()).size();
        }

        /** Distinct measures in this tree by light; lights without a measure are left out. */
        public Map<TrafficLight, Long> lights() {
            return ConceptTree.lights(distinct(allMeasures()));
        }

        private Stream<MeasureNode> allMeasures() {
            return Stream.concat(measures.stream(), goals.stream().flatMap(GoalNode::allMeasures));
        }

        private Stream<Goal> all() {
            return Stream.concat(Stream.of(goal), goals.stream().flatMap(GoalNode::all));
        }
    }

    /** Goals that are no overall goals. */
    public int goalCount() {
        return sections.stream().mapToInt(SectionNode::goalCount).sum();
    }

    /** Number of distinct measures. */
    public int measureCount() {
        return measures().size();
    }

    /** All measures by id. */
    public Map<UUID, MeasureNode> measures() {
        return distinct(sections.stream().flatMap(section -> section.measures().values().stream()));
    }

    /** All measures by light; lights without a measure are left out. */
    public Map<TrafficLight, Long> lights() {
        return lights(measures());
    }

    /** Warnings where the stated counts of the version depart from the tree. */
    public List<StatedCounts.Difference> differences() {
        return version.stated().differences(goalCount(), measureCount());
    }

    /** The section with this id, wherever it stands. */
    public Optional<SectionNode> findSection(UUID id) {
        return sections.stream().flatMap(node -> node.find(id).stream()).findFirst();
    }

    /** Sections from the top down to the one with this id; empty where there is none. */
    public List<Section> trail(UUID id) {
        return sections.stream()
                .map(node -> trail(node, id))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Section> trail(SectionNode node, UUID id) {
        if (node.section().id().equals(id)) {
            return List.of(node.section());
        }
        return node.sections().stream()
                .map(child -> trail(child, id))
                .filter(found -> !found.isEmpty())
                .map(found ->
                        Stream.concat(Stream.of(node.section()), found.stream()).toList())
                .findFirst()
                .orElse(List.of());
    }

    private static Map<UUID, MeasureNode> distinct(Stream<MeasureNode> measures) {
        return measures.collect(
                Collectors.toMap(node -> node.measure().id(), node -> node, (one, same) -> one, TreeMap::new));
    }

    private static Map<TrafficLight, Long> lights(Map<UUID, MeasureNode> measures) {
        return measures.values().stream()
                .collect(Collectors.groupingBy(
                        node -> node.light().light(), () -> new EnumMap<>(TrafficLight.class), Collectors.counting()));
    }

    /** All sections, parents before children. */
    public List<Section> allSections() {
        return allSectionNodes().stream().map(SectionNode::section).toList();
    }

    /** All sections with what is in them, parents before children. */
    public List<SectionNode> allSectionNodes() {
        return sections.stream().flatMap(ConceptTree::all).toList();
    }

    private static Stream<SectionNode> all(SectionNode node) {
        return Stream.concat(Stream.of(node), node.sections().stream().flatMap(ConceptTree::all));
    }

    /** Ids of all sections. */
    public Set<UUID> sectionIds() {
        return allSections().stream().map(Section::id).collect(Collectors.toSet());
    }
}
