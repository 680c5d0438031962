package de.kreiskonzept.platform.importing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text brought in; it stays, so that its deviations can be read again later.
 *
 * @param fileName as sent by the browser, empty for pasted text
 * @param versionId version it was taken over into; null before that
 */
public record Upload(
        UUID id,
        UUID accountId,
        String fileName,
        String content,
        @Nullable UUID versionId,
        Instant createdAt) {}
