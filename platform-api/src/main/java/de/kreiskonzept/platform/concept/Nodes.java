package de.kreiskonzept.platform.concept;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Single records of the concept by id: what is missing, stale or frozen is refused with a sentence. */
@Singleton
@InWorkspace(readOnly = true)
public class Nodes {
    private final Aggregates.Concepts concepts;
    private final VersionStore versions;
    private final Aggregates.Sections sections;
    private final Aggregates.Goals goals;
    private final Aggregates.Measures measures;
    private final Aggregates.Texts texts;

    Nodes(
            Aggregates.Concepts concepts,
            VersionStore versions,
            Aggregates.Sections sections,
            Aggregates.Goals goals,
            Aggregates.Measures measures,
            Aggregates.Texts texts) {
        this.concepts = concepts;
        this.versions = versions;
        this.sections = sections;
        this.goals = goals;
        this.measures = measures;
        this.texts = texts;
    }

    /** The concept with this id. */
    public Concept concept(UUID id) {
        return found(concepts.findById(id));
    }

    /** The version with this id, not deleted. */
    public ConceptVersion version(UUID id) {
        return found(versions.find(id));
    }

    /** The section with this id, not deleted. */
    public Section section(UUID id) {
        return found(sections.findById(id).filter(section -> !section.isDeleted()));
    }

    /** The goal with this id, not deleted. */
    public Goal goal(UUID id) {
        return found(goals.findById(id).filter(goal -> !goal.isDeleted()));
    }

    /** The measure with this id, not deleted. */
    public Measure measure(UUID id) {
        return found(measures.findById(id).filter(measure -> !measure.isDeleted()));
    }

    /** The text block with this id, not deleted. */
    public TextBlock text(UUID id) {
        return found(texts.findById(id).filter(text -> text.deletedAt() == null));
    }

    /** Id of the version that a node stands in, deleted nodes too. */
    public UUID versionOf(NodeKind kind, UUID id) {
        return switch (kind) {
            case SECTION -> found(sections.findById(id)).versionId();
            case GOAL -> found(goals.findById(id)).versionId();
            case MEASURE -> found(measures.findById(id)).versionId();
            case TEXT -> found(texts.findById(id)).versionId();
        };
    }

    /** Id of the section that a goal or measure stands in, deleted ones too. */
    public UUID sectionOf(NodeKind kind, UUID id) {
        return switch (kind) {
            case GOAL -> found(goals.findById(id)).sectionId();
            case MEASURE -> found(measures.findById(id)).sectionId();
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
        return repository(node).save(node);
    }

    /** Stores the record if it is still in the version it was read in, else refuses it as stale. */
    @InWorkspace(readOnly = false)
    public <T> T update(T node) {
        try {
            return repository(node).update(node);
        } catch (OptimisticLockException e) {
            throw stale();
        }
    }

    /** Stores changed records of one kind in one batch, all of them or none. */
    @InWorkspace(readOnly = false)
    public <T> void updateAll(Iterable<T> nodes) {
        var some = nodes.iterator();
        try {
            if (some.hasNext()) {
                repository(some.next()).updateAll(nodes);
            }
        } catch (OptimisticLockException e) {
            throw stale();
        }
    }

    /** Stores new records of one kind in one batch. */
    @InWorkspace(readOnly = false)
    public <T> void insertAll(Iterable<T> nodes) {
        var some = nodes.iterator();
        if (some.hasNext()) {
            repository(some.next()).saveAll(nodes);
        }
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

    @SuppressWarnings("unchecked")
    private <T> CrudRepository<T, UUID> repository(T node) {
        return (CrudRepository<T, UUID>)
                switch (node) {
                    case Concept _ -> concepts;
                    case Section _ -> sections;
                    case Goal _ -> goals;
                    case Measure _ -> measures;
                    case TextBlock _ -> texts;
                    default -> throw new IllegalArgumentException("no node of a concept: " + node.getClass());
                };
    }
}
