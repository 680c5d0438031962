package de.kreiskonzept.model.measure;

import de.kreiskonzept.model.concept.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a measure says besides its words, all of it optional.
 *
 * @param kind null where the concept does not say
 * @param category in the words of the county, maybe empty
 * @param priority null where the concept does not say
 * @param costs in the order of the concept, maybe empty
 */
public record MeasureDetail(
        MeasureReach reach,
        @Nullable MeasureKind kind,
        @Nullable Priority priority,
        String category,
        TimeFrame timeFrame,
        List<Cost> costs) {
    /** Nothing is said. */
    public static final MeasureDetail NONE =
            new MeasureDetail(MeasureReach.COUNTY, null, null, "", new TimeFrame.Unstated(), List.of());

    /** Most characters of the words of a category. */
    public static final int CATEGORY = 100;

    /** Most lines of costs. */
    public static final int MOST_COSTS = 50;

    /** @throws IllegalArgumentException if a limit is not kept */
    public MeasureDetail {
        TextLimits.optional(category, CATEGORY, "category");
        TextLimits.optional(timeFrame.text(), TextLimits.NAME, "timeFrame");
        costs = List.copyOf(costs);
        if (costs.size() > MOST_COSTS) {
            throw new IllegalArgumentException("costs: at most " + MOST_COSTS);
        }
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
