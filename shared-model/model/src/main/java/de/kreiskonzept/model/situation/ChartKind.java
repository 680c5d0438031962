package de.kreiskonzept.model.situation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How values are drawn. */
public enum ChartKind {
    /** A bar for each value. */
    BAR,
    /** A line through the values, at their places in time. */
    LINE;

    /** The name in the database, in JSON and in keys of messages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this name. */
    public static Optional<ChartKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
