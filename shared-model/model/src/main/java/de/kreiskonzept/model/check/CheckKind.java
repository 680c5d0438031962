package de.kreiskonzept.model.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a check looks for. Hints come from the words of a goal alone and may be wrong; the others are facts of the tree. */
public enum CheckKind {
    /** A goal without goals below it that no measure serves. */
    GOAL_WITHOUT_MEASURE,
    /** A measure that names nobody who leads. */
    MEASURE_WITHOUT_RESPONSIBLE,
    /** A field of action or a cross-cutting theme that has goals and no overall goal. */
    SECTION_WITHOUT_OVERALL_GOAL,
    /** A section that has an overall goal already. */
    SECOND_OVERALL_GOAL,
    /** The document states another number than there is. */
    COUNT_DIFFERENCE,
    /** A goal in the same words as another one. */
    DOUBLED_GOAL,
    /** A measure in the same words as another one. */
    DOUBLED_MEASURE,
    /** A number that stands twice in one place. */
    DOUBLED_NUMBER,
    /** A chapter that the county wants and in which nothing stands. */
    EMPTY_CHAPTER,
    /** Hint: the goal names no figure. */
    NO_FIGURE,
    /** Hint: the goal names no point in time. */
    NO_DATE,
    /** Hint: the goal demands something of the federation or the state. */
    ADDRESSEE_ELSEWHERE;

    /** Text in JSON and keys of messages: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a hint by machine, for people to judge. */
    public boolean isHint() {
        return compareTo(NO_FIGURE) >= 0;
    }

    /** Whether two say the same, which people may find to be no fault. */
    public boolean isDouble() {
        return this == DOUBLED_GOAL || this == DOUBLED_MEASURE;
    }

    /** The kind with exactly this {@link #text()}. */
    public static Optional<CheckKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
