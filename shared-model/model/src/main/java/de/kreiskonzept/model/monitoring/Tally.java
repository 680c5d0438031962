package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.Optional;

/**
 * How many measures have which light. Counts are authoritative, shares are derived.
 *
 * @param green counted measures with this light, likewise yellow, red and grey
 * @param notCounted measures that do not count in the evaluation, whatever their light; in no other number
 */
public record Tally(int green, int yellow, int red, int grey, int notCounted) {
    /** Nothing at all; the neutral element of {@link #add(Tally)}. */
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a number is negative */
    public Tally {
        if (green < 0 || yellow < 0 || red < 0 || grey < 0 || notCounted < 0) {
            throw new IllegalArgumentException("a tally must not be negative");
        }
    }

    /** The tally of one measure. */
    public static Tally of(TrafficLight light, boolean counted) {
        return EMPTY.add(light, counted);
    }

    /** This tally and one measure more. */
    public Tally add(TrafficLight light, boolean counted) {
        return add(light, counted, 1);
    }

    /**
     * This tally and so many measures more, as a grouped query counts them.
     *
     * @param number 0 or more
     */
    public Tally add(TrafficLight light, boolean counted, int number) {
        if (!counted) {
            return new Tally(green, yellow, red, grey, Math.addExact(notCounted, number));
        }
        return switch (light) {
            case GREEN -> new Tally(Math.addExact(green, number), yellow, red, grey, notCounted);
            case YELLOW -> new Tally(green, Math.addExact(yellow, number), red, grey, notCounted);
            case RED -> new Tally(green, yellow, Math.addExact(red, number), grey, notCounted);
            case GREY -> new Tally(green, yellow, red, Math.addExact(grey, number), notCounted);
        };
    }

    /** Both together. */
    public Tally add(Tally other) {
        return new Tally(
                Math.addExact(green, other.green),
                Math.addExact(yellow, other.yellow),
                Math.addExact(red, other.red),
                Math.addExact(grey, other.grey),
                Math.addExact(notCounted, other.notCounted));
    }

    /** Counted measures with this light. */
    public int count(TrafficLight light) {
        return switch (light) {
            case GREEN -> green;
            case YELLOW -> yellow;
            case RED -> red;
            case GREY -> grey;
        };
    }

    /** Counted measures with a green, yellow or red light. */
    public int assessed() {
        return green + yellow + red;
    }

    /** Counted measures, assessed or not. */
    public int counted() {
        return assessed() + grey;
    }

    /** All measures, those that do not count included. */
    public int total() {
        return counted() + notCounted;
    }

    /** Shares of green, yellow and red in what is {@link #assessed()}; empty where that is 0. */
    public Optional<Shares> sharesOfAssessed() {
        return shares(green, yellow, red);
    }

    /** Shares of all four lights in what is {@link #counted()}; empty where that is 0. */
    public Optional<Shares> sharesOfCounted() {
        return shares(green, yellow, red, grey);
    }

    /**
     * Whole per cents that sum to exactly 100.
     *
     * @param green per cent with this light, likewise yellow, red and grey; 0 for a light outside the denominator
     * @param denominator measures that make 100 per cent, at least 1
     */
    public record Shares(int green, int yellow, int red, int grey, int denominator) {
        /** Whole per cent of this light, 0 where it does not belong to the denominator. */
        public int percent(TrafficLight light) {
            return switch (light) {
                case GREEN -> green;
                case YELLOW -> yellow;
                case RED -> red;
                case GREY -> grey;
            };
        }
    }

    /** Largest remainder: round down, then give the missing points to the largest remainders, the earlier light first. */
    private static Optional<Shares> shares(int... counts) {
        long denominator = 0;
        for (int count : counts) {
            denominator += count;
        }
        if (denominator == 0) {
            return Optional.empty();
        }
        int[] percents = new int[TrafficLight.values().length];
        long[] remainders = new long[counts.length];
        int missing = 100;
        for (int i = 0; i < counts.length; i++) {
            percents[i] = (int) (counts[i] * 100L / denominator);
            remainders[i] = counts[i] * 100L % denominator;
            missing -= percents[i];
        }
        for (; missing > 0; missing--) {
            int largest = largest(remainders);
            percents[largest]++;
            remainders[largest] = -1;
        }
        return Optional.of(
                new Shares(percents[0], percents[1], percents[2], percents[3], Math.toIntExact(denominator)));
    }

    private static int largest(long... numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }
}
