package de.kreiskonzept.platform.concept.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the county of Böblingen asked of its plan in 2014. */
public enum Question {
    /** Sections by number of measures. */
    FOCUS("schwerpunkte"),
    /** Sections without a measure. */
    GAPS("luecken"),
    /** Sections by number of responsible bodies. */
    BODIES("beteiligte"),
    /** Sections by the time of the last change or assessment. */
    MOVEMENT("bewegung");

    private final String path;

    Question(String path) {
        this.path = path;
    }

    /** The German word in the address of a page. */
    public String path() {
        return path;
    }

    /** Text in the interface and keys of messages: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The question with this {@link #text()}. */
    public static Optional<Question> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
