package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.model.resolution.PartKind;
import java.util.List;

/**
 * What a paper says when it is begun.
 *
 * @param points what it proposes to decide, none where it proposes nothing
 */
public record Proposed(String title, List<Section> sections, List<String> points) {
    /**
     * A section of its text.
     *
     * @param text in Markdown, with tables of lines that begin and end with a bar
     */
    public record Section(PartKind kind, String heading, String text) {}
}
