package de.kreiskonzept.model.resolution;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.UUID;

/**
 * A section of the text of a paper.
 *
 * @param text in Markdown, maybe empty
 */
public record PaperPart(UUID id, PartKind kind, String heading, String text, long version) {
    /** Most sections of a paper. */
    public static final int MOST = 20;

    /** @throws IllegalArgumentException if a limit is not kept */
    public PaperPart {
        TextLimits.required(heading, TextLimits.NAME, "heading");
        TextLimits.optional(text, TextLimits.TEXT, "text");
    }
}
