package de.kreiskonzept.model.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may prove an answer. */
public enum EvidenceKind {
    /** A file. */
    UPLOAD,
    /** An address on the web. */
    LINK,
    /** Committee, date and number of a resolution. */
    RESOLUTION;

    /** Text in YAML and database: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "onboarding.evidence." + text();
    }

    /** The kind with exactly this {@link #text()}. */
    public static Optional<EvidenceKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
