package de.kreiskonzept.model.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a paper wants of the committees. */
public enum PaperKind {
    /** That they decide (Beschlussvorlage). */
    DECISION,
    /** That they know (Informationsvorlage). */
    INFORMATION,
    /** That they hear how far things are (Bericht). */
    REPORT;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "resolution.kind." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<PaperKind> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
