package de.kreiskonzept.model.concept;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a concept: draft, adopted or replaced.
 *
 * @param label what people call it, such as "1.0"
 * @param statedGoals number of goals the document states, null where it states none
 * @param statedMeasures number of measures the document states, null where it states none
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_version")
public record ConceptVersion(
        @Id UUID id,
        @Column(name = "concept_id") UUID conceptId,
        String label,
        @Enumerated(EnumType.STRING) VersionState state,
        @Nullable @Column(name = "stated_goals") Integer statedGoals,
        @Nullable @Column(name = "stated_measures") Integer statedMeasures,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public ConceptVersion {
        TextLimits.required(label, TextLimits.NAME, "label");
    }

    /** What the document says about its size. */
    public StatedCounts stated() {
        return new StatedCounts(statedGoals, statedMeasures);
    }

    /**
     * The version in its next state.
     *
     * @throws IllegalStateException naming both states, if that one may not follow
     */
    public ConceptVersion withState(VersionState next, Instant now) {
        return new ConceptVersion(
                id, conceptId, label, state.to(next), statedGoals, statedMeasures, deletedAt, createdAt, now, version);
    }

    /**
     * The version with other stated counts.
     *
     * @throws IllegalStateException if the text of the version is frozen
     */
    public ConceptVersion withStated(StatedCounts stated, Instant now) {
        requireEditable();
        return new ConceptVersion(
                id, conceptId, label, state, stated.goals(), stated.measures(), deletedAt, createdAt, now, version);
    }

    /** Whether it is marked as deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /**
     * Asked before anything in the version changes.
     *
     * @throws IllegalStateException naming the state, if its text is frozen
     */
    public void requireEditable() {
        if (!state.editable()) {
            throw new IllegalStateException("A concept version that is " + state.text() + " is frozen");
        }
    }
}
