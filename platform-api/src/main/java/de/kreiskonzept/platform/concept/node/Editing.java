package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.ConceptLinks;
import de.kreiskonzept.platform.concept.NodeFields;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.measure.Detailing;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates and changes the nodes of a version that is not frozen; the fields of the form are checked before. */
@Singleton
@InWorkspace
public class Editing {
    private final Nodes nodes;
    private final Placement placement;
    private final Detailing detailing;
    private final Guard guard;
    private final FieldHistory history;
    private final Clock clock;

    Editing(Nodes nodes, Placement placement, Detailing detailing, Guard guard, FieldHistory history, Clock clock) {
        this.nodes = nodes;
        this.placement = placement;
        this.detailing = detailing;
        this.guard = guard;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Where a new node goes.
     *
     * @param version null where a section or goal is given
     * @param section above the new node, null at the top
     * @param goal above the new node, null where it is directly in the section
     */
    public record Place(
            @Nullable UUID version,
            @Nullable UUID section,
            @Nullable UUID goal) {}

    /** What is at a place, each null where it has none. */
    public record Ground(
            UUID version,
            @Nullable Section section,
            @Nullable Goal goal) {}

    /** Finds what is at a place and refuses places that are not there or belong to different versions. */
    public Ground ground(Place place) {
        Goal goal = place.goal() == null ? null : nodes.goal(place.goal());
        UUID sectionId = goal == null ? place.section() : goal.sectionId();
        Section section = sectionId == null ? null : nodes.section(sectionId);
        UUID version = section == null ? place.version() : section.versionId();
        if (version == null
                || (place.version() != null && !place.version().equals(version))
                || (place.section() != null && !place.section().equals(sectionId))) {
            throw Nodes.missing();
        }
        return new Ground(nodes.version(version).id(), section, goal);
    }

    /**
     * A node as it is stored, for a form.
     *
     * @param section it stands in; null for a top section and a text of the whole version
     */
    public record Stored(UUID versionId, @Nullable UUID section, long version, NodeForm form) {
        /** Address of the page of the section, of the chapters, or of the tree. */
        public String above(String county) {
            return ConceptLinks.above(county, versionId, section, form.chapterId());
        }

        /** Address of the page on which the node is seen. */
        public String seenAt(String county, NodeKind kind, UUID id) {
            return switch (kind) {
                case MEASURE -> ConceptLinks.base(county) + "/massnahmen/" + id;
                case GOAL -> above(county) + "#ziel-" + id;
                case SECTION, TEXT -> above(county);
            };
        }
    }

    /** Finds a node that is not deleted. */
    public Stored stored(NodeKind kind, UUID id) {
        return switch (kind) {
            case SECTION -> {
                Section section = nodes.section(id);
                yield new Stored(section.versionId(), id, section.version(), NodeForm.of(section));
            }
            case GOAL -> {
                Goal goal = nodes.goal(id);
                yield new Stored(goal.versionId(), goal.sectionId(), goal.version(), NodeForm.of(goal));
            }
            case MEASURE -> {
                Measure measure = nodes.measure(id);
                yield new Stored(
                        measure.versionId(),
                        measure.sectionId(),
                        measure.version(),
                        NodeForm.of(measure, placement.goalsOf(id), detailing.find(id)));
            }
            case TEXT -> {
                TextBlock text = nodes.text(id);
                UUID goal = text.goalId();
                UUID section =
                        goal == null ? text.sectionId() : nodes.goal(goal).sectionId();
                yield new Stored(text.versionId(), section, text.version(), NodeForm.of(text));
            }
        };
    }

    /** Refuses where there is no such version. */
    @InWorkspace(readOnly = true)
    public void requireVersion(UUID id) {
        nodes.version(id);
    }

    /** Id of the section above a section; null at the top. */
    public @Nullable UUID parentOf(UUID section) {
        return nodes.section(section).parentId();
    }

    /** Creates a node at the end of its siblings and gives its id. */
    public UUID create(NodeKind kind, Place place, NodeForm form, SignedIn who) {
        Ground ground = ground(place);
        guard.create(who, kind, ground);
        UUID id = switch (kind) {
            case SECTION -> createSection(ground, form);
            case GOAL -> createGoal(ground, form);
            case MEASURE -> createMeasure(ground, form);
            case TEXT -> createText(ground, form);
        };
        guard.record(who, kind, "created", id);
        return id;
    }

    /** Changes a node; stale if it is no longer in this version. */
    public void change(NodeKind kind, UUID id, long version, NodeForm form, SignedIn who) {
        guard.change(who, kind, id);
        switch (kind) {
            case SECTION -> changeSection(id, version, form);
            case GOAL -> changeGoal(id, version, form);
            case MEASURE -> changeMeasure(id, version, form);
            case TEXT -> changeText(id, version, form);
        }
        guard.record(who, kind, "changed", id);
    }

    /** Refuses who may not create a node here. */
    @InWorkspace(readOnly = true)
    public void requireCreate(NodeKind kind, Place place, SignedIn who) {
        guard.create(who, kind, ground(place));
    }

    /** Refuses who may not change this node. */
    @InWorkspace(readOnly = true)
    public void requireChange(NodeKind kind, UUID id, SignedIn who) {
        guard.change(who, kind, id);
    }

    /** Whether this person may change this node now. */
    @InWorkspace(readOnly = true)
    public boolean mayChange(NodeKind kind, UUID id, SignedIn who) {
        try {
            guard.change(who, kind, id);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private UUID createSection(Ground ground, NodeForm form) {
        UUID parent = ground.section() == null ? null : ground.section().id();
        Instant now = clock.instant();
        return nodes.insert(new Section(
                        Ids.create(now),
                        ground.version(),
                        parent,
                        placement.nextSection(ground.version(), parent),
                        SectionKind.of(form.kind()),
                        form.number(),
                        form.name(),
                        form.stated().goals(),
                        form.stated().measures(),
                        null,
                        now,
                        now,
                        0))
                .id();
    }

    private UUID createGoal(Ground ground, NodeForm form) {
        Section section = inSection(ground);
        UUID parent = ground.goal() == null ? null : ground.goal().id();
        Instant now = clock.instant();
        return nodes.insert(new Goal(
                        Ids.create(now),
                        section.versionId(),
                        section.id(),
                        parent,
                        placement.nextGoal(section.id(), parent),
                        GoalKind.of(form.kind()),
                        form.number(),
                        form.text(),
                        null,
                        now,
                        now,
                        0))
                .id();
    }

    /** Creates a measure, not assessed, that serves the goals of the form and the goal of the place. */
    private UUID createMeasure(Ground ground, NodeForm form) {
        Section section = inSection(ground);
        Instant now = clock.instant();
        Measure measure = nodes.insert(new Measure(
                Ids.create(now),
                section.versionId(),
                section.id(),
                placement.nextMeasure(section.id()),
                form.number(),
                form.text(),
                form.description(),
                form.responsible(),
                null,
                now,
                now,
                0));
        Set<UUID> served = served(form, section.versionId());
        if (ground.goal() != null) {
            served.add(ground.goal().id());
        }
        placement.serve(measure.id(), served);
        detailing.write(measure, form.more().detailed());
        return measure.id();
    }

    private UUID createText(Ground ground, NodeForm form) {
        Instant now = clock.instant();
        UUID goal = ground.goal() == null ? null : ground.goal().id();
        UUID section = goal != null || ground.section() == null
                ? null
                : ground.section().id();
        UUID chapter = placement.chapter(form, ground.version(), goal == null ? section : goal);
        return nodes.insert(new TextBlock(
                        Ids.create(now),
                        ground.version(),
                        section,
                        goal,
                        chapter,
                        placement.nextText(ground.version(), section, goal),
                        form.name(),
                        form.text(),
                        null,
                        now,
                        now,
                        0))
                .id();
    }

    private void changeSection(UUID id, long version, NodeForm form) {
        Section section = nodes.section(id);
        fresh(version, section.version());
        nodes.update(section.withHeading(SectionKind.of(form.kind()), form.number(), form.name(), clock.instant())
                .withStated(form.stated(), clock.instant()));
    }

    private void changeGoal(UUID id, long version, NodeForm form) {
        Goal goal = nodes.goal(id);
        fresh(version, goal.version());
        nodes.update(goal.withText(GoalKind.of(form.kind()), form.number(), form.text(), clock.instant()));
    }

    /** Changes a measure and the goals it serves; stale if it is no longer in this version. */
    private void changeMeasure(UUID id, long version, NodeForm form) {
        Measure measure = nodes.measure(id);
        fresh(version, measure.version());
        List<UUID> before = placement.goalsOf(id);
        placement.serve(id, served(form, measure.versionId()));
        var subject = new Subject(NodeKind.MEASURE.text(), id);
        history.changed(
                subject,
                version + 1,
                Map.of("goals", NodeFields.text(before)),
                Map.of("goals", NodeFields.text(placement.goalsOf(id))));
        Detailed said = detailing.find(id);
        detailing.write(measure, form.more().detailed());
        history.changed(subject, version + 1, fields(said), fields(detailing.find(id)));
        nodes.update(
                measure.withText(form.number(), form.text(), form.description(), form.responsible(), clock.instant()));
    }

    private static Map<String, String> fields(Detailed said) {
        return NodeFields.of(MeasureForm.of(said));
    }

    private void changeText(UUID id, long version, NodeForm form) {
        TextBlock text = nodes.text(id);
        fresh(version, text.version());
        UUID chapter =
                placement.chapter(form, text.versionId(), text.goalId() == null ? text.sectionId() : text.goalId());
        nodes.update(text.in(chapter).withText(form.name(), form.text(), clock.instant()));
    }

    private static Section inSection(Ground ground) {
        if (ground.section() == null) {
            throw Nodes.missing();
        }
        return ground.section();
    }

    private Set<UUID> served(NodeForm form, UUID version) {
        var served = form.goals().stream().map(Editing::id).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!placement.stand(served, version)) {
            throw Nodes.missing();
        }
        return served;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Nodes.missing();
        }
    }

    private static void fresh(long sent, long stored) {
        if (sent != stored) {
            throw Nodes.stale();
        }
    }
}
