package de.kreiskonzept.platform.oparl.object;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the county has decided about its committees and programs of anybody.
 *
 * @param isReleased whether anybody may read anything at all
 * @param committees that are public, by id: whether those who hold a seat today are named
 * @param createdAt when something was decided for the first time
 * @param version 0 where nothing was decided yet
 */
public record CouncilRelease(
        boolean isReleased, Map<UUID, Boolean> committees, Instant createdAt, Instant modifiedAt, long version) {
    /** Nothing is public. */
    static final CouncilRelease NONE = new CouncilRelease(false, Map.of(), Instant.EPOCH, Instant.EPOCH, 0);

    /** Keeps the map as it is. */
    public CouncilRelease {
        committees = Map.copyOf(committees);
    }

    /** Ids of the public committees. */
    public Set<UUID> ids() {
        return committees.keySet();
    }

    /** Whether the committee is public and its members are named. */
    public boolean names(UUID committee) {
        return committees.getOrDefault(committee, false);
    }
}
