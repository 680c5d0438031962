package de.kreiskonzept.model.monitoring;

import de.kreiskonzept.model.concept.TrafficLight;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private static final List<TrafficLight> ASSESSED =
            List.of(TrafficLight.GREEN, TrafficLight.YELLOW, TrafficLight.RED);

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
        return shares(ASSESSED, assessed());
    }

    /** Shares of all four lights in what is {@link #counted()}; empty where that is 0. */
    public Optional<Shares> sharesOfCounted() {
        return shares(List.of(TrafficLight.values()), counted());
    }

    /**
     * Whole per cents that sum to exactly 100.
     *
     * @param percents in the order green, yellow, red, grey; only lights that belong to the denominator
     * @param denominator measures that make 100 per cent, at least 1
     */
    public record Shares(Map<TrafficLight, Integer> percents, int denominator) {
        /** Copies the map, order kept. */
        public Shares {
            percents = Collections.unmodifiableMap(new EnumMap<>(percents));
        }

        /** Whole per cent of this light, 0 where it does not belong to the denominator. */
        public int percent(TrafficLight light) {
            return percents.getOrDefault(light, 0);
        }
    }

    /** Largest remainder: round down, then give the missing points to the largest remainders, the earlier light first. */
    private Optional<Shares> shares(List<TrafficLight> lights, int denominator) {
        if (denominator == 0) {
            return Optional.empty();
        }
        var percents = new EnumMap<TrafficLight, Integer>(TrafficLight.class);
        lights.forEach(light -> percents.put(light, (int) (count(light) * 100L / denominator)));
        int missing =
                100 - percents.values().stream().mapToInt(Integer::intValue).sum();
        lights.stream()
                .sorted(Comparator.comparingLong((TrafficLight light) -> count(light) * 100L % denominator)
                        .reversed())
                .limit(missing)
                .forEach(light -> percents.merge(light, 1, Integer::sum));
        return Optional.of(new Shares(percents, denominator));
    }
}
