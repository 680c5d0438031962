package de.kreiskonzept.platform.concept.version;

import java.util.Map;
import java.util.UUID;

/**
 * A draft has taken over everything of the version it is based on. Told inside of the transaction, so that features with content of
 * their own take theirs over, too.
 *
 * @param base version it is based on
 * @param draft new version
 * @param parts ids of sections, goals and measures, old to new
 */
public record Revised(UUID base, UUID draft, Map<UUID, UUID> parts) {
    /** Keeps the ids as they are. */
    public Revised {
        parts = Map.copyOf(parts);
    }
}
