package de.kreiskonzept.platform.monitoring.narrative;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people have written about a part of a Stand.
 *
 * @param sectionId top section it is about; null for all of it
 * @param author name of the account that wrote last, kept because accounts go
 */
public record Narrative(
        UUID id,
        UUID standId,
        @Nullable UUID sectionId,
        NarrativeTexts texts,
        String author,
        Instant modifiedAt,
        long version) {}
