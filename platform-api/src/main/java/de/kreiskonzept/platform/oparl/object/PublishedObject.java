package de.kreiskonzept.platform.oparl.object;

import java.time.Instant;
import java.util.UUID;

/**
 * An object as programs read it.
 *
 * @param content all of it, as JSON
 * @param digest of what it says besides its times; {@link #GONE} once it is deleted
 */
public record PublishedObject(
        UUID id, OparlType type, String content, String digest, Instant createdAt, Instant modifiedAt) {
    /** No digest of anything: the object is deleted. */
    static final String GONE = "";

    /** Whether it is no longer public, or no more at all. */
    public boolean isDeleted() {
        return digest.equals(GONE);
    }
}
