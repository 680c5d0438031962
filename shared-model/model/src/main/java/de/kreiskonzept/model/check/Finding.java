package de.kreiskonzept.model.check;

import de.kreiskonzept.model.concept.StatedCounts;
import org.jspecify.annotations.Nullable;

/**
 * What a check has found at one place.
 *
 * @param first the earlier one of two that are the same; null where nothing is doubled
 * @param difference between stated and real count; null for all other kinds
 */
public record Finding(CheckKind kind, Spot spot, @Nullable Spot first, StatedCounts.@Nullable Difference difference) {
    static Finding at(CheckKind kind, Spot spot) {
        return new Finding(kind, spot, null, null);
    }

    static Finding doubled(CheckKind kind, Spot spot, Spot first) {
        return new Finding(kind, spot, first, null);
    }

    static Finding differs(Spot spot, StatedCounts.Difference difference) {
        return new Finding(CheckKind.COUNT_DIFFERENCE, spot, null, difference);
    }
}
