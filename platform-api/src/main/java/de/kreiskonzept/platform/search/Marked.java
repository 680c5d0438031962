package de.kreiskonzept.platform.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in parts, some of which are hits. It is plain text: whoever shows it escapes every part.
 *
 * @param parts in their order; together they are the text
 */
public record Marked(List<Part> parts) {
    /** No text. */
    public static final Marked NONE = new Marked(List.of());

    /**
     * A part of a text.
     *
     * @param hit whether it is one of the words looked for
     */
    public record Part(String text, boolean hit) {}

    /** Keeps the parts as they are. */
    public Marked {
        parts = List.copyOf(parts);
    }

    /** The text without marks. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** Whether there is no text. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether at least one part is a hit. */
    public boolean hasHit() {
        return parts.stream().anyMatch(Part::hit);
    }
}
