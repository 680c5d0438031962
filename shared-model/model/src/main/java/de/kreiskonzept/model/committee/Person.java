package de.kreiskonzept.model.committee;

import de.kreiskonzept.model.concept.TextLimits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds or held a seat; no more is kept of a person than what a list of members says.
 *
 * @param name empty once it has been deleted
 * @param mail where invitations go, for the lead alone; empty where nobody has said so, and once the name is deleted
 * @param organisationId whom the person belongs to in the directory; null where nobody has said so
 */
public record Person(
        UUID id,
        String name,
        String mail,
        @Nullable UUID organisationId,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** @throws IllegalArgumentException if the name is too long */
    public Person {
        TextLimits.optional(name, TextLimits.NAME, "name");
        TextLimits.optional(mail, TextLimits.NAME, "mail");
        if (name.isEmpty() && !mail.isEmpty()) {
            throw new IllegalArgumentException("mail: goes with the name");
        }
    }

    /** The same without anything that tells who it is. */
    public Person forgotten() {
        return new Person(id, "", "", null, createdAt, modifiedAt, version);
    }

    /** The same without the address. */
    public Person withoutMail() {
        return new Person(id, name, "", organisationId, createdAt, modifiedAt, version);
    }

    /** Whether the name has been deleted. */
    public boolean isForgotten() {
        return name.isEmpty();
    }
}
