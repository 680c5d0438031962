package de.kreiskonzept.admin.registry;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How much a workspace is used, as the platform counted it last; nothing of what stands in it.
 *
 * @param accounts people who can sign in
 * @param lastSignIn null where nobody has signed in lately
 * @param openRounds reporting rounds that people can answer
 * @param settled questions of the guided start that are settled
 * @param questions all of them
 * @param uploadBytes size of uploaded files
 * @param countedAt when it was counted
 */
public record WorkspaceFigures(
        int accounts,
        @Nullable OffsetDateTime lastSignIn,
        int openRounds,
        int settled,
        int questions,
        long uploadBytes,
        OffsetDateTime countedAt) {
    /** Size of uploaded files in whole megabytes, rounded up. */
    public long uploadMegabytes() {
        return Math.ceilDiv(uploadBytes, 1L << 20);
    }
}
