package de.kreiskonzept.model.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a goal meets a criterion. */
public enum Verdict {
    /** It does. */
    YES,
    /** It does not. */
    NO,
    /** Nobody has decided yet. */
    OPEN;

    /** Text in database, JSON and forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with exactly this {@link #text()}. */
    public static Optional<Verdict> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
