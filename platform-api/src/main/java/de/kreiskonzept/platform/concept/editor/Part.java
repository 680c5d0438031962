package de.kreiskonzept.platform.concept.editor;

import java.util.Locale;

/** What can be assigned to an editor. */
public enum Part {
    /** A section with everything below it. */
    SECTION("abschnitte"),
    /** A single measure. */
    MEASURE("massnahmen");

    private final String path;

    Part(String path) {
        this.path = path;
    }

    /** The German word in the address of its page. */
    public String path() {
        return path;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
