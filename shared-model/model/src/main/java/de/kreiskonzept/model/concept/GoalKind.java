package de.kreiskonzept.model.concept;

import java.util.Arrays;
import java.util.Locale;

/** What a goal is within its section. */
public enum GoalKind {
    /** Oberziel or Leitziel. */
    OVERALL_GOAL,
    /** Unterziel or Teilziel. */
    SUB_GOAL,
    /** Goal of a concept without levels of goals. */
    GOAL;

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "concept.goal_kind." + text();
    }

    /**
     * The value with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static GoalKind of(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown goal kind: " + text));
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
