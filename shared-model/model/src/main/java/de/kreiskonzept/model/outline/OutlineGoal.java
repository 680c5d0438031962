package de.kreiskonzept.model.outline;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import java.util.stream.Stream;

/**
 * A goal of an outline with everything below it.
 *
 * @param number display text, empty where there is none
 * @param text not blank
 * @param line line in the source, from 1; 0 where there is none
 * @param goals goals below this one, in order, maybe empty
 * @param measures measures of this goal itself, in order, maybe empty; one that serves several goals is the same object below each
 * @param texts texts of this goal itself, in order, maybe empty
 */
public record OutlineGoal(
        GoalKind kind,
        String number,
        String text,
        int line,
        List<OutlineGoal> goals,
        List<OutlineMeasure> measures,
        List<OutlineText> texts) {
    /** A goal without texts of its own. */
    public OutlineGoal(
            GoalKind kind,
            String number,
            String text,
            int line,
            List<OutlineGoal> goals,
            List<OutlineMeasure> measures) {
        this(kind, number, text, line, goals, measures, List.of());
    }

    /** @throws IllegalArgumentException if a limit is not kept */
    public OutlineGoal {
        TextLimits.optional(number, TextLimits.NUMBER, "number");
        TextLimits.required(text, TextLimits.TEXT, "text");
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        texts = List.copyOf(texts);
    }

    /** Goals in this tree that are no overall goals, this one included. */
    public int goalCount() {
        int own = kind == GoalKind.OVERALL_GOAL ? 0 : 1;
        return own + goals.stream().mapToInt(OutlineGoal::goalCount).sum();
    }

    /** Measures in this tree. */
    public int measureCount() {
        return measures.size()
                + goals.stream().mapToInt(OutlineGoal::measureCount).sum();
    }

    /** Measures in this tree, in the order of the outline. */
    public Stream<OutlineMeasure> allMeasures() {
        return Stream.concat(measures.stream(), goals.stream().flatMap(OutlineGoal::allMeasures));
    }
}
