package de.kreiskonzept.model.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a section of a paper stands. */
public enum PartKind {
    /** Among the facts; tells what other committees said before (Vorberatung). */
    PRELIMINARY,
    /** Among the facts (Sachverhalt). */
    FACT,
    /** With the financial effects. */
    FINANCE;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "resolution.part." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<PartKind> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
