package de.kreiskonzept.model.monitoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file may be that shows how far a measure is: an image or a PDF file. Its first bytes decide, never its name; images that hold
 * programs (SVG) and pages (HTML) are none of them.
 */
public enum EvidenceKind {
    /** ISO/IEC 10918, as cameras write it. */
    JPEG("image/jpeg", "jpg"),
    /** ISO/IEC 15948. */
    PNG("image/png", "png"),
    /** CompuServe GIF 87a or 89a. */
    GIF("image/gif", "gif"),
    /** RFC 9649. */
    WEBP("image/webp", "webp"),
    /** ISO/IEC 23008-12, as telephones write it. */
    HEIC("image/heic", "heic"),
    /** ISO 32000. */
    PDF("application/pdf", "pdf");

    /** Largest file in bytes; photos of telephones have 3 to 12 MB. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** Most files of one answer or assessment. */
    public static final int MOST = 5;

    private static final int HEAD = 12;

    private final String mediaType;
    private final String suffix;

    EvidenceKind(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /** Type under which it is sent. */
    public String mediaType() {
        return mediaType;
    }

    /** Ending of its name without the dot. */
    public String suffix() {
        return suffix;
    }

    /** Text in the database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EvidenceKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** What these bytes are; empty where they are something else. */
    public static Optional<EvidenceKind> find(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    private boolean begins(String head) {
        return switch (this) {
            case JPEG -> head.startsWith("\u00FF\u00D8\u00FF");
            case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
            case GIF -> head.startsWith("GIF87a") || head.startsWith("GIF89a");
            case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
            case HEIC ->
                head.startsWith("ftypheic", 4) || head.startsWith("ftypheix", 4) || head.startsWith("ftypmif1", 4);
            case PDF -> head.startsWith("%PDF-");
        };
    }
}
