package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an outline adds to a version. A node of the outline that is there already is found by its parent and its words
 * (section: kind and name; goal and measure: number and text; text block: name and text); each stored node stands for one node of
 * the outline at most, so equal siblings stay apart.
 */
final class Merge {
    private final UUID versionId;
    private final String author;
    private final Instant now;

    private final List<Section> sections = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<GoalMeasure> links = new ArrayList<>();
    private final List<TextBlock> texts = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final Map<Section, StatedCounts> stated = new LinkedHashMap<>();
    private int known;

    private Merge(UUID versionId, String author, Instant now) {
        this.versionId = versionId;
        this.author = author;
        this.now = now;
    }

    static Merge of(
            ConceptTree tree, List<OutlineSection> sections, List<OutlineText> texts, String author, Instant now) {
        var merge = new Merge(tree.version().id(), author, now);
        merge.texts(tree.texts(), texts, null);
        merge.sections(tree.sections(), sections, null);
        return merge;
    }

    /** The new nodes, parents before children. */
    Concepts.Batch batch() {
        return new Concepts.Batch(sections, goals, measures, links, texts);
    }

    /** First assessments of the new measures that are not grey. */
    List<Assessment> assessments() {
        return assessments;
    }

    /** Stored sections for which the outline states other counts. */
    Map<Section, StatedCounts> stated() {
        return stated;
    }

    TakenOver result() {
        return new TakenOver(versionId, sections.size(), goals.size(), measures.size(), texts.size(), known);
    }

    private void sections(List<SectionNode> stored, List<OutlineSection> outline, @Nullable UUID parent) {
        var left = new ArrayList<>(stored);
        int position = stored.stream()
                .mapToInt(node -> node.section().position() + 1)
                .max()
                .orElse(0);
        for (OutlineSection source : outline) {
            Optional<SectionNode> same = take(left, node -> isSame(node.section(), source));
            if (same.isEmpty()) {
                Section section = section(source, parent, position++);
                sections.add(section);
                inside(source, section, null);
            } else {
                Section section = same.get().section();
                if (!source.stated().isEmpty() && !source.stated().equals(section.stated())) {
                    stated.put(section, source.stated());
                }
                inside(source, section, same.get());
            }
        }
    }

    private void inside(OutlineSection source, Section section, @Nullable SectionNode stored) {
        texts(stored == null ? List.of() : stored.texts(), source.texts(), section.id());
        var measurePosition = new Counter(
                stored == null
                        ? 0
                        : stored.measures().values().stream()
                                .mapToInt(measure -> measure.position() + 1)
                                .max()
                                .orElse(0));
        goals(
                new GoalPlace(section.id(), null, measurePosition),
                stored == null ? List.of() : stored.goals(),
                source.goals());
        sections(stored == null ? List.of() : stored.sections(), source.sections(), section.id());
    }

    private void goals(GoalPlace place, List<GoalNode> stored, List<OutlineGoal> outline) {
        var left = new ArrayList<>(stored);
        int position = stored.stream()
                .mapToInt(node -> node.goal().position() + 1)
                .max()
                .orElse(0);
        for (OutlineGoal source : outline) {
            Optional<GoalNode> same = take(left, node -> isSame(node.goal(), source));
            Goal goal;
            if (same.isPresent()) {
                goal = same.get().goal();
            } else {
                goal = goal(source, place, position++);
                goals.add(goal);
            }
            measures(place, goal.id(), same.map(GoalNode::measures).orElse(List.of()), source.measures());
            goals(
                    new GoalPlace(place.section(), goal.id(), place.measures()),
                    same.map(GoalNode::goals).orElse(List.of()),
                    source.goals());
        }
    }

    private void measures(GoalPlace place, UUID goal, List<Measure> stored, List<OutlineMeasure> outline) {
        var left = new ArrayList<>(stored);
        int position = stored.size();
        for (OutlineMeasure source : outline) {
            if (take(left, measure -> isSame(measure, source)).isEmpty()) {
                Measure measure =
                        measure(source, place.section(), place.measures().next());
                measures.add(measure);
                links.add(new GoalMeasure(goal, measure.id(), position++, now, now, 0));
                if (measure.light() != TrafficLight.GREY) {
                    assessments.add(assessment(measure, source));
                }
            }
        }
    }

    private void texts(List<TextBlock> stored, List<OutlineText> outline, @Nullable UUID section) {
        var left = new ArrayList<>(stored);
        int position =
                stored.stream().mapToInt(text -> text.position() + 1).max().orElse(0);
        for (OutlineText source : outline) {
            if (take(
                            left,
                            text -> text.name().equals(source.name())
                                    && text.text().equals(source.text()))
                    .isEmpty()) {
                texts.add(new TextBlock(
                        UUID.randomUUID(),
                        versionId,
                        section,
                        null,
                        position++,
                        source.name(),
                        source.text(),
                        null,
                        now,
                        now,
                        0));
            }
        }
    }

    private <T> Optional<T> take(List<T> stored, Predicate<T> same) {
        Optional<T> found = stored.stream().filter(same).findFirst();
        found.ifPresent(node -> {
            stored.remove(node);
            known++;
        });
        return found;
    }

    private static boolean isSame(Section section, OutlineSection source) {
        return section.kind() == source.kind() && section.name().equalsIgnoreCase(source.name());
    }

    private static boolean isSame(Goal goal, OutlineGoal source) {
        return goal.number().equals(source.number()) && goal.text().equals(source.text());
    }

    private static boolean isSame(Measure measure, OutlineMeasure source) {
        return measure.number().equals(source.number()) && measure.text().equals(source.text());
    }

    private Section section(OutlineSection source, @Nullable UUID parent, int position) {
        return new Section(
                UUID.randomUUID(),
                versionId,
                parent,
                position,
                source.kind(),
                source.number(),
                source.name(),
                source.stated().goals(),
                source.stated().measures(),
                null,
                now,
                now,
                0);
    }

    private Goal goal(OutlineGoal source, GoalPlace place, int position) {
        return new Goal(
                UUID.randomUUID(),
                place.section(),
                place.parent(),
                position,
                source.kind(),
                source.number(),
                source.text(),
                null,
                now,
                now,
                0);
    }

    private Measure measure(OutlineMeasure source, UUID section, int position) {
        return new Measure(
                UUID.randomUUID(),
                section,
                position,
                source.number(),
                source.text(),
                "",
                source.responsible(),
                source.counted(),
                source.light(),
                source.reason(),
                null,
                now,
                now,
                0);
    }

    private Assessment assessment(Measure measure, OutlineMeasure source) {
        return new Assessment(
                UUID.randomUUID(),
                measure.id(),
                measure.light(),
                measure.reason(),
                source.justification(),
                now,
                null,
                author,
                now,
                now,
                0);
    }

    /** Where goals go; the measures of a section are counted through over all its goals. */
    private record GoalPlace(UUID section, @Nullable UUID parent, Counter measures) {}

    private static final class Counter {
        private int next;

        Counter(int next) {
            this.next = next;
        }

        int next() {
            return next++;
        }
    }
}
