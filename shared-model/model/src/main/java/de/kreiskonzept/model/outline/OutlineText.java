package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.TextLimits;

/**
 * A named text that belongs to the concept or to a section of it.
 *
 * @param name at most {@link TextLimits#NAME} characters, may be empty
 * @param text not blank, at most {@link TextLimits#TEXT} characters; paragraphs are separated by line ends
 * @param line first line in the source, from 1; 0 where there is none
 */
public record OutlineText(String name, String text, int line) {
    /** @throws IllegalArgumentException if a limit is not kept */
    public OutlineText {
        TextLimits.optional(name, TextLimits.NAME, "name");
        TextLimits.required(text, TextLimits.TEXT, "text");
    }
}
