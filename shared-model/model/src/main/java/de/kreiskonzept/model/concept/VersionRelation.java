package de.kreiskonzept.model.concept;

import java.util.Arrays;
import java.util.Locale;

/** What a version is to the one it is based on. */
public enum VersionRelation {
    /** Takes its place (Fortschreibung). */
    SUCCESSOR,
    /** Holds beside it (Ergänzung). */
    SUPPLEMENT;

    /** Text in database and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static VersionRelation of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown relation of versions: " + text));
    }
}
