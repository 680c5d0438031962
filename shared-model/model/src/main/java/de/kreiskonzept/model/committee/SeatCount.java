package de.kreiskonzept.model.committee;

/** How many seats a rule gives. */
public sealed interface SeatCount {
    /** Most seats of a rule, or of each instance of its set. */
    int MOST = 500;

    /** Always the same number, for an organisation or a group of people. */
    record Fixed(int number) implements SeatCount {
        /** @throws IllegalArgumentException if it is not from 1 to {@link #MOST} */
        public Fixed {
            requireNumber(number);
        }
    }

    /** The same number for each instance of a set that exists on the day. */
    record PerInstance(int number, SeatSet set) implements SeatCount {
        /** @throws IllegalArgumentException if the number is not from 1 to {@link #MOST} */
        public PerInstance {
            requireNumber(number);
        }
    }

    /** From one number to another. */
    record Range(Span span) implements SeatCount {
        /** @throws IllegalArgumentException if it allows no seat or more than {@link #MOST} */
        public Range {
            requireNumber(span.most());
        }
    }

    /** Text in the database and in JSON. */
    default String text() {
        return switch (this) {
            case Fixed _ -> "fixed";
            case PerInstance(int _, SeatSet.Reporting _) -> "per_committee";
            case PerInstance(int _, SeatSet.Named _) -> "per_name";
            case Range _ -> "range";
        };
    }

    /** The seats for one instance. */
    default Span each() {
        return switch (this) {
            case Fixed fixed -> Span.exactly(fixed.number());
            case PerInstance per -> Span.exactly(per.number());
            case Range range -> range.span();
        };
    }

    private static void requireNumber(int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("seats: from 1 to " + MOST);
        }
    }
}
