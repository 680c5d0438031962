package de.kreiskonzept.model.lineage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a goal of the version before was reached. */
public enum Attainment {
    /** Nobody has said anything yet. */
    OPEN,
    /** It was reached. */
    ATTAINED,
    /** It was reached in part. */
    PARTLY_ATTAINED,
    /** It was not reached. */
    NOT_ATTAINED,
    /** It was given up. */
    NOT_PURSUED;

    /** Text in database, JSON and forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value with exactly this {@link #text()}. */
    public static Optional<Attainment> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
