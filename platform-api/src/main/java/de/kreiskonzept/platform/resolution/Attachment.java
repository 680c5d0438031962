package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.model.resolution.AttachmentKind;
import java.util.UUID;

/**
 * A file that was sent with a paper, without its bytes.
 *
 * @param edition with which it was sent
 * @param name as people read it
 * @param format ending of the file
 * @param size in bytes
 * @param digest SHA-256 as hexadecimal digits
 */
public record Attachment(
        UUID id, int edition, AttachmentKind kind, String name, String format, int size, String digest) {
    private static final int KILOBYTE = 1024;

    /** Size in whole kilobytes, at least 1. */
    public int kilobytes() {
        return Math.max(1, size / KILOBYTE);
    }

    /**
     * A file with its bytes.
     *
     * @param name as people read it
     * @param format ending of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sent(AttachmentKind kind, String name, String format, byte[] content) {}
}
