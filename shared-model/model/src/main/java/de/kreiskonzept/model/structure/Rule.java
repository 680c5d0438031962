package de.kreiskonzept.model.structure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a county wants to keep; a check tells where it does not. */
public enum Rule {
    /** Every field of action and every cross-cutting theme has exactly one overall goal. */
    OVERALL_GOAL,
    /** Every goal has a measure. */
    MEASURE,
    /** Every measure names who carries it out. */
    RESPONSIBLE;

    /** Text in YAML and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule with exactly this {@link #text()}. */
    public static Optional<Rule> find(String text) {
        return Arrays.stream(values()).filter(rule -> rule.text().equals(text)).findFirst();
    }

    /**
     * The rule with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Rule of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unknown rule: " + text));
    }
}
