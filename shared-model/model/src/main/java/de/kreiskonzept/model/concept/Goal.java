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
 * A goal of a section; overall goals may hold sub-goals.
 *
 * @param versionId version of the concept, that of the section
 * @param parentId goal above, null at the top of the section
 * @param position place among its siblings, from 0
 * @param number display text, maybe empty, not unique
 * @param text not blank
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_goal")
public record Goal(
        @Id UUID id,
        @Column(name = "version_id") UUID versionId,
        @Column(name = "section_id") UUID sectionId,
        @Nullable @Column(name = "parent_id") UUID parentId,
        int position,
        @Enumerated(EnumType.STRING) GoalKind kind,
        String number,
        String text,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Goal {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(text, TextLimits.TEXT, "text");
    }

    /** The goal with another kind, number and text. */
    public Goal withText(GoalKind newKind, String newNumber, String newText, Instant now) {
        return changed(position, newKind, newNumber, newText, now);
    }

    /** Whether it is marked as deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The goal at another place among its siblings. */
    public Goal withPosition(int newPosition, Instant now) {
        return changed(newPosition, kind, number, text, now);
    }

    /** The goal at another place below another goal, or at the top of a section. */
    public Goal withParent(UUID newSection, @Nullable UUID newParent, int newPosition, Instant now) {
        return new Goal(
                id,
                versionId,
                newSection,
                newParent,
                newPosition,
                kind,
                number,
                text,
                deletedAt,
                createdAt,
                now,
                version);
    }

    private Goal changed(int newPosition, GoalKind newKind, String newNumber, String newText, Instant now) {
        return new Goal(
                id,
                versionId,
                sectionId,
                parentId,
                newPosition,
                newKind,
                newNumber,
                newText,
                deletedAt,
                createdAt,
                now,
                version);
    }
}
