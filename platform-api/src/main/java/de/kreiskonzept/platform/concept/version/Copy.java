package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.NodeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of a version once more, with ids of their own; remembers which came from which. */
final class Copy {
    private final UUID draft;
    private final Instant now;
    private final Map<UUID, UUID> chapters;
    private final Map<NodeKind, Map<UUID, UUID>> ids = new EnumMap<>(NodeKind.class);
    private final List<Section> sections = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final Map<UUID, Measure> measures = new LinkedHashMap<>();
    private final List<GoalMeasure> links = new ArrayList<>();

    /** @param chapters those of the draft by those they came from */
    Copy(UUID draft, Map<UUID, UUID> chapters, Instant now) {
        this.draft = draft;
        this.now = now;
        this.chapters = chapters;
    }

    /** New parts for the draft. */
    Concepts.Batch of(ConceptTree tree, List<TextBlock> texts) {
        tree.sections().forEach(node -> section(node, null));
        tree.sections().forEach(this::served);
        return new Concepts.Batch(
                sections,
                goals,
                List.copyOf(measures.values()),
                links,
                texts.stream().map(this::text).toList());
    }

    /** Which old part of this kind lives on in which new one. */
    List<Descent> descents(NodeKind kind) {
        return known(kind).entrySet().stream()
                .map(entry -> new Descent(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All ids, old to new. */
    Map<UUID, UUID> parts() {
        var all = new HashMap<UUID, UUID>();
        ids.values().forEach(all::putAll);
        return all;
    }

    private void section(SectionNode node, @Nullable UUID parent) {
        Section old = node.section();
        UUID id = id(NodeKind.SECTION, old.id());
        sections.add(new Section(
                id,
                draft,
                parent,
                old.position(),
                old.kind(),
                old.number(),
                old.name(),
                old.statedGoals(),
                old.statedMeasures(),
                null,
                now,
                now,
                0));
        node.goals().forEach(goal -> goal(goal, id, null));
        node.own().forEach(measure -> measure(measure.measure(), id));
        node.sections().forEach(child -> section(child, id));
    }

    private void goal(GoalNode node, UUID section, @Nullable UUID parent) {
        Goal old = node.goal();
        UUID id = id(NodeKind.GOAL, old.id());
        goals.add(new Goal(
                id, draft, section, parent, old.position(), old.kind(), old.number(), old.text(), null, now, now, 0));
        node.goals().forEach(child -> goal(child, section, id));
    }

    private void measure(Measure old, UUID section) {
        UUID id = id(NodeKind.MEASURE, old.id());
        measures.put(
                old.id(),
                new Measure(
                        id,
                        draft,
                        section,
                        old.position(),
                        old.number(),
                        old.text(),
                        old.description(),
                        old.responsible(),
                        null,
                        now,
                        now,
                        0));
    }

    // A measure may serve goals of several sections, so links come when all measures are there.
    private void served(SectionNode node) {
        node.goals().forEach(this::served);
        node.sections().forEach(this::served);
    }

    private void served(GoalNode node) {
        UUID goal = id(NodeKind.GOAL, node.goal().id());
        int position = 0;
        for (MeasureNode measure : node.measures()) {
            UUID copied = id(NodeKind.MEASURE, measure.measure().id());
            links.add(new GoalMeasure(goal, copied, draft, position++, now, now, 0));
        }
        node.goals().forEach(this::served);
    }

    private TextBlock text(TextBlock old) {
        return new TextBlock(
                Ids.create(now),
                draft,
                old.sectionId() == null ? null : id(NodeKind.SECTION, old.sectionId()),
                old.goalId() == null ? null : id(NodeKind.GOAL, old.goalId()),
                old.chapterId() == null ? null : chapters.get(old.chapterId()),
                old.position(),
                old.name(),
                old.text(),
                null,
                now,
                now,
                0);
    }

    private UUID id(NodeKind kind, UUID old) {
        return known(kind).computeIfAbsent(old, any -> Ids.create(now));
    }

    private Map<UUID, UUID> known(NodeKind kind) {
        return ids.computeIfAbsent(kind, any -> new HashMap<>());
    }
}
