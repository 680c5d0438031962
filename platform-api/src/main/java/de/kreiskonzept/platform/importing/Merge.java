package de.kreiskonzept.platform.importing;

import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.importing.taken.NewNodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an outline adds to a version; nothing is deleted or overwritten. A node that is there already is found by its
 * parent and its words (section: name, whatever its kind; goal and measure: number and text; text block: name and text). One that has only
 * the name or the number in common differs: it stays as it is, unless differing nodes are to be added beside it.
 */
final class Merge {
    private static final Pairs.Key<SectionNode, OutlineSection> SECTION_WORDS = new Pairs.Key<>(
            node -> Optional.of(
                    List.of(node.section().kind(), lower(node.section().name()))),
            source -> Optional.of(List.of(source.kind(), lower(source.name()))));
    private static final Pairs.Key<SectionNode, OutlineSection> SECTION_NAME = new Pairs.Key<>(
            node -> Optional.of(lower(node.section().name())), source -> Optional.of(lower(source.name())));
    private static final Pairs.Key<GoalNode, OutlineGoal> GOAL_WORDS = new Pairs.Key<>(
            node -> Optional.of(List.of(node.goal().number(), node.goal().text())),
            source -> Optional.of(List.of(source.number(), source.text())));
    private static final Pairs.Key<GoalNode, OutlineGoal> GOAL_NUMBER = new Pairs.Key<>(
            node -> goalKey(node.goal().kind(), node.goal().number()),
            source -> goalKey(source.kind(), source.number()));
    private static final Pairs.Key<Measure, OutlineMeasure> MEASURE_WORDS = new Pairs.Key<>(
            measure -> Optional.of(List.of(measure.number(), measure.text())),
            source -> Optional.of(List.of(source.number(), source.text())));
    private static final Pairs.Key<Measure, OutlineMeasure> MEASURE_NUMBER =
            new Pairs.Key<>(measure -> notEmpty(measure.number()), source -> notEmpty(source.number()));
    private static final Pairs.Key<TextBlock, OutlineText> TEXT_WORDS = new Pairs.Key<>(
            text -> Optional.of(List.of(text.name(), text.text())),
            source -> Optional.of(List.of(source.name(), source.text())));
    private static final Pairs.Key<TextBlock, OutlineText> TEXT_NAME =
            new Pairs.Key<>(text -> notEmpty(text.name()), source -> notEmpty(source.name()));

    private final UUID versionId;
    private final boolean addDiffering;
    private final NewNodes added;
    private final Map<Section, StatedCounts> stated = new LinkedHashMap<>();
    private final List<TakenOver.Difference> differences = new ArrayList<>();
    private int known;
    private int untouched;

    private Merge(UUID versionId, boolean addDiffering, NewNodes added) {
        this.versionId = versionId;
        this.addDiffering = addDiffering;
        this.added = added;
    }

    /**
     * Compares; writes nothing.
     *
     * @param addDiffering whether nodes that differ come in beside the stored ones; otherwise they are left out
     * @param author name for the first assessments
     */
    static Merge of(ConceptTree tree, ConceptOutline outline, boolean addDiffering, String author, Instant now) {
        UUID version = tree.version().id();
        var merge = new Merge(version, addDiffering, new NewNodes(version, author, now));
        merge.texts(tree.texts(), outline.texts(), null, null);
        merge.sections(tree.sections(), outline.sections(), null);
        return merge;
    }

    NewNodes added() {
        return added;
    }

    /** Stored sections for which the outline states other counts. */
    Map<Section, StatedCounts> stated() {
        return stated;
    }

    List<TakenOver.Difference> differences() {
        return differences;
    }

    TakenOver result() {
        var batch = added.batch();
        return new TakenOver(
                versionId,
                batch.sections().size(),
                batch.goals().size(),
                batch.measures().size(),
                batch.texts().size(),
                known,
                stated.size(),
                addDiffering ? 0 : differences.size(),
                untouched);
    }

    private void sections(List<SectionNode> stored, List<OutlineSection> outline, @Nullable UUID parent) {
        var pairs = new Pairs<>(stored, outline).by(SECTION_WORDS, SECTION_NAME);
        int position = end(stored, node -> node.section().position());
        for (OutlineSection source : outline) {
            Optional<SectionNode> node = found(pairs, source);
            if (node.isEmpty()) {
                inside(source, added.add(source, parent, position++), null);
            } else {
                Section section = node.get().section();
                known += pairs.akin(source).isPresent() ? 1 : 0;
                if (!source.stated().isEmpty() && !source.stated().equals(section.stated())) {
                    stated.put(section, source.stated());
                }
                inside(source, section, node.get());
            }
        }
        pairs.left().forEach(node -> untouched += size(node));
    }

    private void inside(OutlineSection source, Section section, @Nullable SectionNode stored) {
        texts(stored == null ? List.of() : stored.texts(), source.texts(), section.id(), null);
        List<Measure> measures = stored == null
                ? List.of()
                : stored.measures().values().stream().map(MeasureNode::measure).toList();
        var place = new Place(section.id(), null, new AtomicInteger(end(measures, Measure::position)));
        goals(place, stored == null ? List.of() : stored.goals(), source.goals());
        untouched += stored == null ? 0 : stored.loose().size();
        sections(stored == null ? List.of() : stored.sections(), source.sections(), section.id());
    }

    private void goals(Place place, List<GoalNode> stored, List<OutlineGoal> outline) {
        var pairs = new Pairs<>(stored, outline).by(GOAL_WORDS, GOAL_NUMBER);
        int position = end(stored, node -> node.goal().position());
        for (OutlineGoal source : outline) {
            pairs.akin(source)
                    .ifPresent(node -> differ(source.line(), node.goal().text(), source.text()));
            Optional<GoalNode> node = found(pairs, source);
            Goal goal = node.isPresent()
                    ? node.get().goal()
                    : added.add(source, place.section(), place.parent(), position++);
            texts(node.map(GoalNode::texts).orElse(List.of()), source.texts(), place.section(), goal.id());
            measures(place, goal.id(), node.map(Merge::measures).orElse(List.of()), source.measures());
            goals(
                    new Place(place.section(), goal.id(), place.measures()),
                    node.map(GoalNode::goals).orElse(List.of()),
                    source.goals());
        }
        pairs.left().forEach(node -> untouched += size(node));
    }

    private static List<Measure> measures(GoalNode node) {
        return node.measures().stream().map(MeasureNode::measure).toList();
    }

    private void measures(Place place, UUID goal, List<Measure> stored, List<OutlineMeasure> outline) {
        var pairs = new Pairs<>(stored, outline).by(MEASURE_WORDS, MEASURE_NUMBER);
        int position = stored.size();
        for (OutlineMeasure source : outline) {
            pairs.akin(source).ifPresent(measure -> differ(source.line(), measure.text(), source.text()));
            if (found(pairs, source).isEmpty()) {
                added.add(source, place.section(), place.measures().getAndIncrement(), goal, position++);
            }
        }
        untouched += pairs.left().size();
    }

    private void texts(List<TextBlock> stored, List<OutlineText> outline, @Nullable UUID section, @Nullable UUID goal) {
        var pairs = new Pairs<>(stored, outline).by(TEXT_WORDS, TEXT_NAME);
        int position = end(stored, TextBlock::position);
        for (OutlineText source : outline) {
            pairs.akin(source).ifPresent(text -> differ(source.line(), text.text(), source.text()));
            if (found(pairs, source).isEmpty()) {
                added.add(source, section, goal, position++);
            }
        }
        untouched += pairs.left().size();
    }

    /** The stored node for this one; none where a differing one is to be added. Sections never stand twice. */
    private <T, S> Optional<T> found(Pairs<T, S> pairs, S source) {
        Optional<T> same = pairs.same(source);
        known += same.isPresent() ? 1 : 0;
        return same.isPresent() || (addDiffering && !(source instanceof OutlineSection)) ? same : pairs.akin(source);
    }

    private void differ(int line, String stored, String source) {
        differences.add(new TakenOver.Difference(line, stored, source));
    }

    private static <T> int end(List<T> stored, ToIntFunction<T> position) {
        return stored.stream()
                .mapToInt(node -> position.applyAsInt(node) + 1)
                .max()
                .orElse(0);
    }

    private static int size(SectionNode node) {
        return 1
                + node.texts().size()
                + node.loose().size()
                + node.goals().stream().mapToInt(Merge::size).sum()
                + node.sections().stream().mapToInt(Merge::size).sum();
    }

    private static int size(GoalNode node) {
        return 1
                + node.texts().size()
                + node.measures().size()
                + node.goals().stream().mapToInt(Merge::size).sum();
    }

    private static Optional<Object> goalKey(GoalKind kind, String number) {
        return kind == GoalKind.OVERALL_GOAL || !number.isEmpty()
                ? Optional.of(List.of(kind, number))
                : Optional.empty();
    }

    private static Optional<String> notEmpty(String key) {
        return Optional.of(key).filter(word -> !word.isEmpty());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.GERMAN);
    }

    /** Where goals go; the measures of a section are counted through over all its goals. */
    private record Place(UUID section, @Nullable UUID parent, AtomicInteger measures) {}
}
