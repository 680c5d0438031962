package de.kreiskonzept.model.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often costs arise. */
public enum CostKind {
    /** In one year. */
    ONCE,
    /** Each year. */
    YEARLY;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.cost_kind." + text();
    }

    /** The value with exactly this {@link #text()}; empty where there is none. */
    public static Optional<CostKind> find(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CostKind of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("Unknown kind of costs: " + text));
    }
}
