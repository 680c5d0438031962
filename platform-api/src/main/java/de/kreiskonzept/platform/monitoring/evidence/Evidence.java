package de.kreiskonzept.platform.monitoring.evidence;

import de.kreiskonzept.model.monitoring.EvidenceKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file without its bytes.
 *
 * @param replyId answer that it came with; null where it came with an assessment
 * @param assessmentId null as long as nobody has accepted the answer
 * @param name as the sender called it, with the ending that fits its content
 * @param size in bytes
 */
public record Evidence(
        UUID id, @Nullable UUID replyId, @Nullable UUID assessmentId, String name, EvidenceKind kind, int size) {
    private static final int KILOBYTE = 1024;

    /** Size in whole kilobytes, at least 1. */
    public int kilobytes() {
        return Math.max(1, size / KILOBYTE);
    }
}
