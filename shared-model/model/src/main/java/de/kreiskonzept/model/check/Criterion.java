package de.kreiskonzept.model.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a good goal is: SMART, and within the reach of those who take part. */
public enum Criterion {
    /** Says exactly what is to be reached. */
    SPECIFIC,
    /** One can tell whether it is reached. */
    MEASURABLE,
    /** Those concerned stand behind it. */
    ACCEPTED,
    /** It can be reached with what there is. */
    REALISTIC,
    /** It says by when. */
    TIMED,
    /** Those who take part can do it themselves. */
    INFLUENCEABLE;

    /** Text in database, JSON and forms: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The criterion with exactly this {@link #text()}. */
    public static Optional<Criterion> find(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
}
