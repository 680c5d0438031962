package de.kreiskonzept.model.concept;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * The integration concept of a county; its content lives in versions.
 *
 * @param id made by the application
 * @param title not blank
 */
@Entity
@Table(name = "concept")
public record Concept(
        @Id UUID id,
        String title,
        @Column(name = "created_at") Instant createdAt,
        @Column(name = "modified_at") Instant modifiedAt,
        @Version long version) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public Concept {
        TextLimits.required(title, TextLimits.NAME, "title");
    }

    /** The concept under another title. */
    public Concept withTitle(String newTitle, Instant now) {
        return new Concept(id, newTitle, createdAt, now, version);
    }
}
