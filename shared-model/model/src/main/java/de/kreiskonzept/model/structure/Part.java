package de.kreiskonzept.model.structure;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a county may give a name of its own. Sections stand above goals, and goals above measures. */
public enum Part {
    /** Section about one area of life. */
    FIELD_OF_ACTION,
    /** Section that concerns all fields. */
    CROSS_CUTTING_THEME,
    /** Section of any other kind. */
    OTHER,
    /** What a section as a whole is to reach. */
    OVERALL_GOAL,
    /** Part of an overall goal. */
    SUB_GOAL,
    /** Goal of a concept without levels of goals. */
    GOAL,
    /** What is done for a goal. */
    MEASURE;

    /** Text in database, YAML and JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a section. */
    public boolean isSection() {
        return rank() == 0;
    }

    /** Whether it is a goal. */
    public boolean isGoal() {
        return rank() == 1;
    }

    /** Which part stands above which: 0 for sections, 1 for goals, 2 for measures. */
    int rank() {
        return switch (this) {
            case FIELD_OF_ACTION, CROSS_CUTTING_THEME, OTHER -> 0;
            case OVERALL_GOAL, SUB_GOAL, GOAL -> 1;
            case MEASURE -> 2;
        };
    }

    /** The part with exactly this {@link #text()}. */
    public static Optional<Part> find(String text) {
        return Arrays.stream(values()).filter(part -> part.text().equals(text)).findFirst();
    }

    /**
     * The part with exactly this {@link #text()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Part of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("unknown part: " + text));
    }

    /** The part that sections of this kind are; that of fields where they are themes, too. */
    public static Part of(SectionKind kind) {
        return of(kind.home().text());
    }

    /** The part that goals of this kind are. */
    public static Part of(GoalKind kind) {
        return of(kind.text());
    }
}
