package de.kreiskonzept.model.concept;

import java.util.List;
import java.util.Locale;

/** What a goal is within its section. */
public enum GoalKind {
    /** Oberziel or Leitziel. */
    OVERALL_GOAL,
    /** Unterziel or Teilziel. */
    SUB_GOAL,
    /** Goal of a concept without levels of goals. */
    GOAL;

    private static final List<GoalKind> VALUES = List.of(values());

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Text in database, JSON and YAML: the name in lower case. */
    public String text() {
        return text;
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
        for (GoalKind value : VALUES) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("Unknown goal kind: " + text);
    }

    /** The {@link #text()}, because that is what the mapping of records to rows writes. */
    @Override
    public String toString() {
        return text();
    }
}
