package de.kreiskonzept.model.lineage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version says of a goal of the version that it is based on.
 *
 * @param versionId the later version
 * @param goalId goal of the earlier version
 * @param explanation why, maybe empty; at most {@value #LONGEST} characters
 * @param modifiedAt null where nobody has said anything yet
 * @param accountId who said it; null where nobody has yet
 * @param accountName name of that account today; null where it is erased or nobody has said anything
 * @param version 0 where nobody has said anything yet
 */
public record Retrospect(
        UUID id,
        UUID versionId,
        UUID goalId,
        Attainment attainment,
        String explanation,
        @Nullable Instant modifiedAt,
        @Nullable UUID accountId,
        @Nullable String accountName,
        long version) {
    /** Characters of an explanation. */
    public static final int LONGEST = 5000;

    /** Nothing said yet; would get this id. */
    public static Retrospect none(UUID id, UUID versionId, UUID goalId) {
        return new Retrospect(id, versionId, goalId, Attainment.OPEN, "", null, null, null, 0);
    }

    /** Whether it says anything at all. */
    public boolean says() {
        return attainment != Attainment.OPEN || !explanation.isEmpty();
    }

    /** The same goal, told by this account at this time. */
    public Retrospect told(Attainment other, String why, Instant now, @Nullable UUID account) {
        return new Retrospect(id, versionId, goalId, other, why, now, account, null, version + 1);
    }
}
