package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds or held a seat; no more is kept of a person than what a list of members says.
 *
 * @param name empty once it has been deleted
 * @param organisationId whom the person belongs to in the directory; null where nobody has said so
 */
public record Person(
        UUID id, String name, @Nullable UUID organisationId, Instant createdAt, Instant modifiedAt, long version) {
    /** @throws IllegalArgumentException if the name is too long */
    public Person {
        TextLimits.optional(name, TextLimits.NAME, "name");
    }

    /** Whether the name has been deleted. */
    public boolean isForgotten() {
        return name.isEmpty();
    }
}
