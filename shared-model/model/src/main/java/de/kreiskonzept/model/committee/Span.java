package de.kreiskonzept.model.committee;

/**
 * A number of seats, exact where both are the same.
 *
 * @param least not negative
 * @param most not less than {@code least}
 */
public record Span(int least, int most) {
    /** No seat. */
    public static final Span NONE = new Span(0, 0);

    /** @throws IllegalArgumentException if the numbers are not in order */
    public Span {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("from %d to %d is no number of seats".formatted(least, most));
        }
    }

    /** Exactly so many. */
    public static Span exactly(int number) {
        return new Span(number, number);
    }

    /** Both together. */
    public Span plus(Span other) {
        return new Span(least + other.least, most + other.most);
    }

    /** Whether there is but one number. */
    public boolean isExact() {
        return least == most;
    }
}
