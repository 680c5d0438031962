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
 * A section of a concept version: Handlungsfeld, Querschnittsthema, chapter or sub-chapter.
 *
 * @param parentId section above, null at the top
 * @param position place among its siblings, from 0
 * @param number display text, maybe empty, not unique
 * @param name not blank
 * @param statedGoals number of goals the document states for it, null where it states none
 * @param statedMeasures likewise of measures
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_section")
public record Section(
        @Id UUID id,
        @Column(name = "version_id") UUID versionId,
        @Nullable @Column(name = "parent_id") UUID parentId,
        int position,
        @Enumerated(EnumType.STRING) SectionKind kind,
        String number,
        String name,
        @Nullable @Column(name = "stated_goals") Integer statedGoals,
        @Nullable @Column(name = "stated_measures") Integer statedMeasures,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Section {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(name, TextLimits.NAME, "name");
    }

    /** What the document says about its size. */
    public StatedCounts stated() {
        return new StatedCounts(statedGoals, statedMeasures);
    }

    /** The section under another kind, number and name. */
    public Section withHeading(SectionKind newKind, String newNumber, String newName, Instant now) {
        return new Section(
                id,
                versionId,
                parentId,
                position,
                newKind,
                newNumber,
                newName,
                statedGoals,
                statedMeasures,
                deletedAt,
                createdAt,
                now,
                version);
    }

    /** The section with other stated counts. */
    public Section withStated(StatedCounts stated, Instant now) {
        return placed(position, stated, now);
    }

    /** Whether it is marked as deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The section at another place among its siblings. */
    public Section withPosition(int newPosition, Instant now) {
        return placed(newPosition, stated(), now);
    }

    /** The section at another place below another section, or at the top. */
    public Section withParent(@Nullable UUID newParent, int newPosition, Instant now) {
        return new Section(
                id,
                versionId,
                newParent,
                newPosition,
                kind,
                number,
                name,
                statedGoals,
                statedMeasures,
                deletedAt,
                createdAt,
                now,
                version);
    }

    private Section placed(int newPosition, StatedCounts stated, Instant now) {
        return new Section(
                id,
                versionId,
                parentId,
                newPosition,
                kind,
                number,
                name,
                stated.goals(),
                stated.measures(),
                deletedAt,
                createdAt,
                now,
                version);
    }
}
