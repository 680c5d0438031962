package de.kreiskonzept.platform.importing.taken;

import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalMeasure;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.monitoring.Assessment;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.detail.Detailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that an outline adds to a version, parents before children. */
public final class NewNodes {
    private final UUID versionId;
    private final String author;
    private final Instant now;

    private final List<Section> sections = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final IdentityHashMap<OutlineMeasure, UUID> added = new IdentityHashMap<>();
    private final Set<List<UUID>> served = new HashSet<>();
    private final List<GoalMeasure> links = new ArrayList<>();
    private final List<TextBlock> texts = new ArrayList<>();
    private final Map<UUID, CurrentLight> lights = new HashMap<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final Map<UUID, Detailed> details = new LinkedHashMap<>();
    /** Ids of measures by their section and number, and the numbers of the measures that others are parts of. */
    private final Map<String, UUID> numbered = new HashMap<>();

    private final Map<UUID, String> wholes = new LinkedHashMap<>();

    /** @param author name for the first assessments */
    public NewNodes(UUID versionId, String author, Instant now) {
        this.versionId = versionId;
        this.author = author;
        this.now = now;
    }

    /** All of them. */
    public Concepts.Batch batch() {
        wholes.forEach((part, whole) -> {
            UUID id = numbered.get(whole);
            if (id != null && !wholes.containsKey(id)) {
                MeasureDetail detail = details.getOrDefault(part, Detailed.NONE).detail();
                details.put(part, new Detailed(detail, id));
            }
        });
        return new Concepts.Batch(sections, goals, measures, links, texts, details);
    }

    /** What holds for the measures that are assessed or do not count. */
    public Map<UUID, CurrentLight> lights() {
        return lights;
    }

    /** First assessments of the measures that are not grey. */
    public List<Assessment> assessments() {
        return assessments;
    }

    /** Adds a section. */
    public Section add(OutlineSection source, @Nullable UUID parent, int position) {
        var section = new Section(
                Ids.create(now),
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
        sections.add(section);
        return section;
    }

    /** Adds a goal. */
    public Goal add(OutlineGoal source, UUID section, @Nullable UUID parent, int position) {
        var goal = new Goal(
                Ids.create(now),
                versionId,
                section,
                parent,
                position,
                source.kind(),
                source.number(),
                source.text(),
                null,
                now,
                now,
                0);
        goals.add(goal);
        return goal;
    }

    /**
     * Adds a measure at a place in its section, and what it serves at a place under that goal. The same object once more serves
     * another goal.
     *
     * @param goal null where it serves none
     */
    public void add(OutlineMeasure source, UUID section, int position, @Nullable UUID goal, int positionUnderGoal) {
        UUID known = added.get(source);
        if (known != null) {
            link(known, goal, positionUnderGoal);
            return;
        }
        var measure = new Measure(
                Ids.create(now),
                versionId,
                section,
                position,
                source.number(),
                source.text(),
                source.description(),
                source.responsible(),
                null,
                now,
                now,
                0);
        measures.add(measure);
        added.put(source, measure.id());
        if (!source.detail().isEmpty()) {
            details.put(measure.id(), new Detailed(source.detail(), null));
        }
        numbered.putIfAbsent(section + " " + source.number(), measure.id());
        if (!source.partOf().isEmpty()) {
            wholes.put(measure.id(), section + " " + source.partOf());
        }
        link(measure.id(), goal, positionUnderGoal);
        if (!source.counted() || source.light() != TrafficLight.GREY) {
            lights.put(measure.id(), new CurrentLight(source.light(), source.reason(), source.counted(), 1));
        }
        if (source.light() != TrafficLight.GREY) {
            assess(measure.id(), source);
        }
    }

    private void link(UUID measure, @Nullable UUID goal, int position) {
        if (goal != null && served.add(List.of(goal, measure))) {
            links.add(new GoalMeasure(goal, measure, versionId, position, now, now, 0));
        }
    }

    /** Lets new measures be parts of this one, which is stored already. */
    public void know(Measure measure) {
        numbered.putIfAbsent(measure.sectionId() + " " + measure.number(), measure.id());
    }

    private void assess(UUID measure, OutlineMeasure source) {
        assessments.add(new Assessment(
                Ids.create(now),
                measure,
                source.light(),
                source.reason(),
                source.justification(),
                now,
                null,
                author,
                "",
                "",
                now,
                now,
                0));
    }

    /** Adds a text of the whole version in a chapter. */
    public void addIn(UUID chapter, OutlineText source, int position) {
        add(source, null, null, position);
        texts.add(texts.removeLast().in(chapter));
    }

    /** Adds a text of a section, of a goal, or of the whole version where both are null. */
    public void add(OutlineText source, @Nullable UUID section, @Nullable UUID goal, int position) {
        texts.add(new TextBlock(
                Ids.create(now),
                versionId,
                goal == null ? section : null,
                goal,
                null,
                position,
                source.name(),
                source.text(),
                null,
                now,
                now,
                0));
    }
}
