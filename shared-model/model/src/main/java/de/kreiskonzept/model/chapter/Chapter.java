package de.kreiskonzept.model.chapter;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.UUID;

/**
 * A chapter of a version.
 *
 * @param title as the county calls it, not blank
 * @param leftOut whether the documents go without it and everything in it
 */
public record Chapter(UUID id, ChapterKind kind, String title, boolean leftOut) {
    /** @throws IllegalArgumentException if the title is blank or too long */
    public Chapter {
        TextLimits.required(title, TextLimits.NAME, "title");
    }

    /** The chapter with another title, in the documents or left out. */
    public Chapter with(String newTitle, boolean without) {
        return new Chapter(id, kind, newTitle, without);
    }
}
