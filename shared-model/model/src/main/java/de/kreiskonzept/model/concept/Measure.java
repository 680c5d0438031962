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
 * A measure of a section; which goals it serves stands in {@link GoalMeasure}.
 *
 * @param position place in the section, from 0
 * @param number display text, maybe empty, not unique
 * @param text not blank
 * @param description more about it, maybe empty
 * @param responsible bodies in the words of the concept, maybe empty
 * @param counted whether it counts in the evaluation
 * @param light current assessment, grey where there is none
 * @param reason why it is not pursued, null unless the light is red
 * @param deletedAt null unless deleted
 */
@Entity
@Table(name = "concept_measure")
public record Measure(
        @Id UUID id,
        @Column(name = "section_id") UUID sectionId,
        int position,
        String number,
        String text,
        String description,
        String responsible,
        boolean counted,
        @Enumerated(EnumType.STRING) TrafficLight light,
        @Nullable @Enumerated(EnumType.STRING) ReasonClass reason,
        @Nullable @Column(name = "deleted_at") Instant deletedAt,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Measure {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(text, TextLimits.TEXT, "text");
        TextLimits.optional(description, TextLimits.TEXT, "description");
        TextLimits.optional(responsible, TextLimits.NAME, "responsible");
        if (reason != null && light != TrafficLight.RED) {
            throw new IllegalArgumentException("reason: only a measure with a red light has one");
        }
    }

    /**
     * The measure with another current assessment; the history gets a row of its own.
     *
     * @throws IllegalArgumentException if there is a reason but the light is not red
     */
    public Measure withLight(TrafficLight newLight, @Nullable ReasonClass newReason, Instant now) {
        return evaluated(counted, newLight, newReason, now);
    }

    /** The measure in or out of the evaluation. */
    public Measure withCounted(boolean newCounted, Instant now) {
        return evaluated(newCounted, light, reason, now);
    }

    /** The measure with other words. */
    public Measure withText(
            String newNumber, String newText, String newDescription, String newResponsible, Instant now) {
        return new Measure(
                id,
                sectionId,
                position,
                newNumber,
                newText,
                newDescription,
                newResponsible,
                counted,
                light,
                reason,
                deletedAt,
                createdAt,
                now,
                version);
    }

    /** The measure marked as deleted; what is below it is hidden with it. */
    public Measure withDeleted(Instant now) {
        return placed(position, now, now);
    }

    /** The measure taken back from deletion. */
    public Measure withRestored(Instant now) {
        return placed(position, null, now);
    }

    /** Whether it is marked as deleted. */
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** The measure at another place among its siblings. */
    public Measure withPosition(int newPosition, Instant now) {
        return placed(newPosition, deletedAt, now);
    }

    private Measure evaluated(boolean newCounted, TrafficLight newLight, @Nullable ReasonClass newReason, Instant now) {
        return new Measure(
                id,
                sectionId,
                position,
                number,
                text,
                description,
                responsible,
                newCounted,
                newLight,
                newReason,
                deletedAt,
                createdAt,
                now,
                version);
    }

    private Measure placed(int newPosition, @Nullable Instant newDeletedAt, Instant now) {
        return new Measure(
                id,
                sectionId,
                newPosition,
                number,
                text,
                description,
                responsible,
                counted,
                light,
                reason,
                newDeletedAt,
                createdAt,
                now,
                version);
    }
}
