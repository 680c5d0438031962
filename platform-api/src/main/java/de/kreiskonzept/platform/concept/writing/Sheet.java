package de.kreiskonzept.platform.concept.writing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that people write in, the same for everybody who opens it.
 *
 * @param form its address below the pages of its feature
 * @param versionId of the concept version it belongs to
 * @param node that it is about; null for a new one
 * @param nodeVersion row version that it was opened with; 0 for a new one
 */
public record Sheet(String form, UUID versionId, @Nullable UUID node, long nodeVersion) {}
