package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.model.check.Finding;
import de.kreiskonzept.model.check.Spot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about two goals or measures in the same words: that they are no double.
 *
 * @param node the later one
 * @param first the earlier one
 * @param words fingerprint of what both said then
 * @param accountName name at that time; the account may be gone
 */
public record NotDouble(
        UUID node,
        UUID first,
        String words,
        Instant saidAt,
        @Nullable UUID accountId,
        String accountName) {
    /** Whether this is about these two, and both still say the same. */
    boolean holds(Finding finding) {
        Spot other = finding.first();
        return other != null
                && finding.kind().isDouble()
                && node.equals(finding.spot().id())
                && first.equals(other.id())
                && words.equals(words(finding.spot(), other));
    }

    /** Fingerprint of what two places say. */
    static String words(Spot spot, Spot first) {
        return Sha256.hex(spot.words() + "\0" + first.words());
    }
}
