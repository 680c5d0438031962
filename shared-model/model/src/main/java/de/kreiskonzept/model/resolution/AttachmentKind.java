package de.kreiskonzept.model.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was sent with a paper. */
public enum AttachmentKind {
    /** The concept as a document (Anlage 1). */
    CONCEPT,
    /** Goals and measures as a table (Anlage 2). */
    TABLE,
    /** The Ampeldokument of a Stand. */
    REPORT,
    /** Something else that the county added. */
    OWN;

    /** Text in the database and in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "resolution.attachment." + text();
    }

    /** Finds the value with exactly this {@link #text()}. */
    public static Optional<AttachmentKind> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }
}
