package de.kreiskonzept.model.concept;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named text of a version, of a section or of a goal.
 *
 * @param sectionId null unless it belongs to a section
 * @param goalId null unless it belongs to a goal; never both
 * @param chapterId null unless it stands in a chapter; then it belongs to the version as a whole
 * @param position place among its siblings, from 0
 * @param name maybe empty
 * @param text not blank
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_text_block")
public record TextBlock(
        @Id UUID id,
        @Column(name = "version_id") UUID versionId,
        @Nullable @Column(name = "section_id") UUID sectionId,
        @Nullable @Column(name = "goal_id") UUID goalId,
        @Nullable @Column(name = "chapter_id") UUID chapterId,
        int position,
        String name,
        String text,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public TextBlock {
        TextLimits.optional(name, TextLimits.NAME, "name");
        TextLimits.required(text, TextLimits.TEXT, "text");
        if (sectionId != null && goalId != null) {
            throw new IllegalArgumentException("a text block belongs to a section or to a goal, not to both");
        }
        if (chapterId != null && (sectionId != null || goalId != null)) {
            throw new IllegalArgumentException("only texts of the version as a whole stand in a chapter");
        }
    }

    /** The block with another name and text. */
    public TextBlock withText(String newName, String newText, Instant now) {
        return new TextBlock(
                id, versionId, sectionId, goalId, chapterId, position, newName, newText, deletedAt, createdAt, now,
                version);
    }

    /** The block in another chapter; null for none. */
    public TextBlock in(@Nullable UUID chapter) {
        return new TextBlock(
                id,
                versionId,
                sectionId,
                goalId,
                chapter,
                position,
                name,
                text,
                deletedAt,
                createdAt,
                modifiedAt,
                version);
    }

    /** The block as one of another section or goal, or of the whole version where both are null. */
    public TextBlock withOwner(@Nullable UUID newSection, @Nullable UUID newGoal, int newPosition, Instant now) {
        return new TextBlock(
                id,
                versionId,
                newSection,
                newGoal,
                newSection == null && newGoal == null ? chapterId : null,
                newPosition,
                name,
                text,
                deletedAt,
                createdAt,
                now,
                version);
    }
}
