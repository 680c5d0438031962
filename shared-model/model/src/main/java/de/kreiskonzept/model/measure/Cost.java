package de.kreiskonzept.model.measure;

import de.kreiskonzept.model.concept.TextLimits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a measure costs, in one line of it.
 *
 * @param euros at least 0, at most two places behind the comma
 * @param from budget year in which they arise or begin, null where it is not known
 * @param until last budget year of yearly costs, null where there is none; always null for those that arise once
 * @param note what they are for, maybe empty
 */
public record Cost(
        CostKind kind,
        BigDecimal euros,
        @Nullable Integer from,
        @Nullable Integer until,
        String note) {
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    /** @throws IllegalArgumentException if a limit is not kept, they end before they begin or arise once and end */
    public Cost {
        if (euros.signum() < 0
                || euros.compareTo(MOST) > 0
                || euros.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("euros: from 0 to 999,999,999.99");
        }
        if (kind == CostKind.ONCE && until != null) {
            throw new IllegalArgumentException("until: costs that arise once have one year");
        }
        if (from != null && until != null && until < from) {
            throw new IllegalArgumentException("until: ends before it begins");
        }
        TextLimits.optional(note, TextLimits.NAME, "note");
        euros = euros.setScale(2);
    }

    /** What falls into this budget year; nothing where the year of costs that arise once is not known. */
    public BigDecimal in(int year) {
        boolean falls = switch (kind) {
            case ONCE -> from != null && from == year;
            case YEARLY -> (from == null || from <= year) && (until == null || year <= until);
        };
        return falls ? euros : BigDecimal.ZERO;
    }
}
