package de.kreiskonzept.platform.document.paper;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a paragraph in one manner of writing.
 *
 * @param text a line end in it is a line end on paper
 * @param link where it leads, null for plain text; http, https or mailto
 */
public record Run(
        String text,
        boolean strong,
        boolean emphasised,
        @Nullable URI link) {
    /** Takes out what no file can hold. */
    public Run {
        text = Signs.printable(text);
    }

    /** Plain text. */
    public static Run of(String text) {
        return new Run(text, false, false, null);
    }

    /** Text that stands out. */
    public static Run strong(String text) {
        return new Run(text, true, false, null);
    }
}
