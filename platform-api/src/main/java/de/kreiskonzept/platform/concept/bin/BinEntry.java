package de.kreiskonzept.platform.concept.bin;

import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the concept in the bin, with all that went there together with it.
 *
 * @param versionLabel what people call the version it stands in
 * @param name heading or text
 * @param where names of the sections and goals above it, the highest first
 * @param section above it or, of a section, itself; null for a text or figure of the whole version and for a version
 * @param first what has to come back before, because this part stands in it; null where nothing has to
 * @param accountId who deleted it, an account or the visit of somebody of the provider; null where nobody acted
 * @param accountName both names of a visit; null where the account is erased or nobody acted
 */
public record BinEntry(
        Subject part,
        String versionLabel,
        String name,
        List<String> where,
        @Nullable UUID section,
        @Nullable Subject first,
        Instant deletedAt,
        @Nullable UUID accountId,
        @Nullable String accountName) {
    /** How long a part stays in the bin. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** When it is deleted for good. */
    public Instant goneAt() {
        return deletedAt.plus(KEPT);
    }
}
