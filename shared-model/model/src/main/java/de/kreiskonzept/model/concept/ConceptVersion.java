package de.kreiskonzept.model.concept;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a concept: draft, adopted or replaced.
 *
 * @param label what people call it, such as "1.0"
 * @param state that of its last {@link VersionStep}
 * @param basedOn version it began from, null where it began empty
 * @param relation to that version, null where there is none
 * @param statedGoals number of goals the document states, null where it states none
 * @param statedMeasures number of measures the document states, null where it states none
 * @param deletedAt null unless deleted
 * @param version grows by one with each change and each step
 */
public record ConceptVersion(
        UUID id,
        UUID conceptId,
        String label,
        VersionState state,
        @Nullable UUID basedOn,
        @Nullable VersionRelation relation,
        @Nullable Integer statedGoals,
        @Nullable Integer statedMeasures,
        @Nullable Instant deletedAt,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if a limit is not kept, or only one of basedOn and relation is given */
    public ConceptVersion {
        TextLimits.required(label, TextLimits.NAME, "label");
        if ((basedOn == null) != (relation == null)) {
            throw new IllegalArgumentException("relation: a version has one exactly if it is based on another one");
        }
    }

    /** What the document says about its size. */
    public StatedCounts stated() {
        return new StatedCounts(statedGoals, statedMeasures);
    }

    /**
     * The version under another label and with other stated counts.
     *
     * @throws IllegalStateException if the text of the version is frozen
     */
    public ConceptVersion withHeading(String newLabel, StatedCounts stated, Instant now) {
        requireEditable();
        return new ConceptVersion(
                id,
                conceptId,
                newLabel,
                state,
                basedOn,
                relation,
                stated.goals(),
                stated.measures(),
                deletedAt,
                createdAt,
                now,
                version);
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
