package de.kreiskonzept.platform.situation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which figures a page shows; stands in its address and in that of everything made from it.
 *
 * @param version null for the one being written
 * @param section only of this section and those below it; null for all
 */
public record FigureFilter(@Nullable UUID version, @Nullable UUID section) {
    /** Reads the address of a page or export: version, abschnitt. A field that says nothing sensible is as good as missing. */
    public static FigureFilter of(Map<String, String> fields) {
        return new FigureFilter(id(fields.getOrDefault("version", "")), id(fields.getOrDefault("abschnitt", "")));
    }

    /** The query of the address of a page or export of a version, beginning with a question mark. */
    public String query(UUID shown) {
        return "?version=" + shown + (section == null ? "" : "&abschnitt=" + section);
    }

    /** The id of the section in the address; empty for all. */
    public String sectionWord() {
        return section == null ? "" : section.toString();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
