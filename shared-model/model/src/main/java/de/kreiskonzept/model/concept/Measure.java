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
 * A measure of a section; which goals it serves stands in {@link GoalMeasure}, how far it is in the monitoring.
 *
 * @param versionId version of the concept, that of the section
 * @param position place in the section, from 0
 * @param number display text, maybe empty, not unique
 * @param text not blank
 * @param description more about it, maybe empty
 * @param responsible bodies in the words of the concept, maybe empty
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_measure")
public record Measure(
        @Id UUID id,
        @Column(name = "version_id") UUID versionId,
        @Column(name = "section_id") UUID sectionId,
        int position,
        String number,
        String text,
        String description,
        String responsible,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Measure {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(text, TextLimits.TEXT, "text");
        TextLimits.optional(description, TextLimits.TEXT, "description");
        TextLimits.optional(responsible, TextLimits.BODIES, "responsible");
    }

    /** The measure with other words. */
    public Measure withText(
            String newNumber, String newText, String newDescription, String newResponsible, Instant now) {
        return new Measure(
                id,
                versionId,
                sectionId,
                position,
                newNumber,
                newText,
                newDescription,
                newResponsible,
                deletedAt,
                createdAt,
                now,
                version);
    }

    /** Whether it is marked as deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The measure at another place among its siblings. */
    public Measure withPosition(int newPosition, Instant now) {
        return new Measure(
                id,
                versionId,
                sectionId,
                newPosition,
                number,
                text,
                description,
                responsible,
                deletedAt,
                createdAt,
                now,
                version);
    }

    /** The measure at the end of another section. */
    public Measure withSection(UUID newSection, int newPosition, Instant now) {
        return new Measure(
                id,
                versionId,
                newSection,
                newPosition,
                number,
                text,
                description,
                responsible,
                deletedAt,
                createdAt,
                now,
                version);
    }
}
