package de.kreiskonzept.model.concept;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about its own size; never computed, and kept beside the real counts.
 *
 * @param goals stated number of sub-goals (or of goals, where there are no levels), null where nothing is stated
 * @param measures stated number of measures, null where nothing is stated
 */
public record StatedCounts(
        @Nullable Integer goals, @Nullable Integer measures) {
    /** Nothing is stated. */
    public static final StatedCounts NONE = new StatedCounts(null, null);

    /** @throws IllegalArgumentException if a number is negative */
    public StatedCounts {
        if ((goals != null && goals < 0) || (measures != null && measures < 0)) {
            throw new IllegalArgumentException("stated counts must not be negative");
        }
    }

    /** Whether nothing is stated. */
    public boolean isEmpty() {
        return goals == null && measures == null;
    }

    /** Where the statement departs from the real counts: 0 to 2 warnings, never an error. */
    public List<Difference> differences(int realGoals, int realMeasures) {
        var differences = new ArrayList<Difference>(2);
        if (goals != null && goals != realGoals) {
            differences.add(new Difference(Counted.GOALS, goals, realGoals));
        }
        if (measures != null && measures != realMeasures) {
            differences.add(new Difference(Counted.MEASURES, measures, realMeasures));
        }
        return List.copyOf(differences);
    }

    /** What a difference is about. */
    public enum Counted {
        /** Sub-goals, or goals where there are no levels. */
        GOALS,
        /** Measures. */
        MEASURES
    }

    /**
     * A warning: the document states another number than there is.
     *
     * @param stated number in the document
     * @param real number of things that are there
     */
    public record Difference(Counted counted, int stated, int real) {}
}
