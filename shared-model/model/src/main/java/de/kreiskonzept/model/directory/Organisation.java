package de.kreiskonzept.model.directory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in the directory of a county. Concepts name it by its spellings; where it was merged into another one, it stays and
 * stands for that one.
 *
 * @param name not blank
 * @param shortName maybe empty
 * @param ags official key of a municipality, eight digits; empty for all others and where it is not known
 * @param mergedInto null unless it was merged into this one
 * @param headId the organisation that it stands for in the end; its own id unless it was merged
 */
public record Organisation(
        UUID id,
        OrganisationKind kind,
        String name,
        String shortName,
        String ags,
        @Nullable UUID mergedInto,
        UUID headId,
        Instant createdAt,
        Instant modifiedAt,
        long version) {
    /** Most characters of a name or spelling. */
    public static final int NAME = 300;

    /** Most characters of a short name. */
    public static final int SHORT_NAME = 60;

    /** Whether it was merged into another one. */
    public boolean isMerged() {
        return mergedInto != null;
    }

    /** The short name, or the name where there is none. */
    public String label() {
        return shortName.isEmpty() ? name : shortName;
    }
}
