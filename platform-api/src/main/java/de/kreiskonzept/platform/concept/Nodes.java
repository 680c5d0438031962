package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.detail.BodyIndex;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Single records of the concept by id: what is missing, stale or frozen is refused with a sentence. */
@Singleton
@InWorkspace(readOnly = true)
public class Nodes {
    private final Aggregates.All all;
    private final VersionStore versions;
    private final FieldHistory history;
    private final BodyIndex bodies;

    Nodes(Aggregates.All all, VersionStore versions, FieldHistory history, BodyIndex bodies) {
        this.all = all;
        this.versions = versions;
        this.history = history;
        this.bodies = bodies;
    }

    /** The concept with this id. */
    public Concept concept(UUID id) {
        return found(all.concepts().findById(id));
    }

    /** The version with this id, not deleted. */
    public ConceptVersion version(UUID id) {
        return found(versions.find(id));
    }

    /** The section with this id, not deleted. */
    public Section section(UUID id) {
        return found(all.sections().findById(id).filter(section -> !section.isDeleted()));
    }

    /** The goal with this id, not deleted. */
    public Goal goal(UUID id) {
        return found(all.goals().findById(id).filter(goal -> !goal.isDeleted()));
    }

    /** Those of the goals that are stored, deleted ones too. */
    public List<Goal> listGoals(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : all.goals().findByIdInList(ids);
    }

    /** Those of the measures that are stored, deleted ones too. */
    public List<Measure> listMeasures(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : all.measures().findByIdInList(ids);
    }

    /** The measure with this id, not deleted. */
    public Measure measure(UUID id) {
        return found(all.measures().findById(id).filter(measure -> !measure.isDeleted()));
    }

    /** The text block with this id, not deleted. */
    public TextBlock text(UUID id) {
        return found(all.texts().findById(id).filter(text -> text.deletedAt() == null));
    }

    /** Id of the version that a node stands in, deleted nodes too. */
    public UUID versionOf(NodeKind kind, UUID id) {
        return switch (kind) {
            case SECTION -> found(all.sections().findById(id)).versionId();
            case GOAL -> found(all.goals().findById(id)).versionId();
            case MEASURE -> found(all.measures().findById(id)).versionId();
            case TEXT -> found(all.texts().findById(id)).versionId();
        };
    }

    /** Id of the section that a goal or measure stands in, deleted ones too. */
    public UUID sectionOf(NodeKind kind, UUID id) {
        return switch (kind) {
            case GOAL -> found(all.goals().findById(id)).sectionId();
            case MEASURE -> found(all.measures().findById(id)).sectionId();
            case SECTION, TEXT -> throw new IllegalArgumentException("only goals and measures stand in a section");
        };
    }

    /** Refuses when the text of the version is frozen. */
    public ConceptVersion editable(UUID versionId) {
        ConceptVersion version = version(versionId);
        if (!version.state().editable()) {
            throw new Refusal(HttpStatus.CONFLICT, "version-frozen", "concept.refused.frozen", version.label());
        }
        return version;
    }

    /** Stores a new record. */
    @InWorkspace(readOnly = false)
    public <T> T insert(T node) {
        T stored = all.of(node).save(node);
        history.created(NodeFields.subject(node).stream().toList());
        bodies.add(measures(List.of(stored)));
        return stored;
    }

    /** Stores the record if it is still in the version it was read in, else refuses it as stale. */
    @InWorkspace(readOnly = false)
    public <T extends Record> T update(T node) {
        Optional<Subject> part = NodeFields.subject(node);
        Optional<T> before = part.flatMap(known -> all.of(node).findById(known.id()));
        try {
            T stored = all.of(node).update(node);
            bodies.replace(measures(List.of(stored)));
            before.ifPresent(old -> history.changed(
                    part.orElseThrow(), NodeFields.version(node) + 1, NodeFields.of(old), NodeFields.of(node)));
            return stored;
        } catch (OptimisticLockException e) {
            throw stale();
        }
    }

    /** Stores changed nodes of one kind in one batch, all of them or none. */
    @InWorkspace(readOnly = false)
    public <T extends Record> void updateAll(List<T> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        var before = new HashMap<UUID, T>();
        var ids = nodes.stream().map(Nodes::id).toList();
        all.parts(nodes.getFirst()).findByIdInList(ids).forEach(node -> before.put(id(node), node));
        try {
            all.of(nodes.getFirst()).updateAll(nodes);
            bodies.replace(measures(nodes));
        } catch (OptimisticLockException e) {
            throw stale();
        }
        history.changed(nodes.stream()
                .map(node -> new FieldHistory.Changed(
                        NodeFields.subject(node).orElseThrow(),
                        NodeFields.version(node) + 1,
                        NodeFields.of(found(Optional.ofNullable(before.get(id(node))))),
                        NodeFields.of(node)))
                .toList());
    }

    /** Stores new nodes of one kind in one batch. */
    @InWorkspace(readOnly = false)
    public <T> void insertAll(List<T> nodes) {
        if (!nodes.isEmpty()) {
            all.of(nodes.getFirst()).saveAll(nodes);
            bodies.add(measures(nodes));
            history.created(nodes.stream()
                    .map(node -> NodeFields.subject(node).orElseThrow())
                    .toList());
        }
    }

    private static List<Measure> measures(List<?> nodes) {
        return nodes.stream()
                .filter(Measure.class::isInstance)
                .map(Measure.class::cast)
                .toList();
    }

    private static UUID id(Object node) {
        return NodeFields.subject(node).orElseThrow().id();
    }

    /** Says that a record was changed in between. */
    public static Refusal stale() {
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "stale-version", "concept.refused.stale");
    }

    /** Says that a part of the concept is not there. */
    public static Refusal missing() {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", "concept.refused.missing");
    }

    /** The record, or the refusal where there is none. */
    public static <T> T found(Optional<T> node) {
        return node.orElseThrow(Nodes::missing);
    }
}
