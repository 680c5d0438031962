package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.Side.Round;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What several rounds of the same measurement say together. */
public final class Rounds {
    private Rounds() {}

    /** How many times the rate of the second the first has: the median of the rounds. */
    public static double ratio(List<Round> over, List<Round> under) {
        return median(IntStream.range(0, over.size())
                .mapToDouble(i -> over.get(i).rate() / under.get(i).rate())
                .toArray());
    }

    /** Prints rates and processor time. */
    public static void print(String name, List<Round> rounds) {
        double[] rates = sorted(rounds, Round::rate);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f/s, from %.0f to %.0f/s; processor time of one answer: %.2f ms Java, %.2f ms PostgreSQL%n",
                name,
                median(rates),
                rates[0],
                rates[rates.length - 1],
                median(sorted(rounds, Round::millisOfJava)),
                median(sorted(rounds, Round::millisOfServer)));
    }

    private static double[] sorted(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    /** The value that so large a part of all does not exceed, from 0 to 1. */
    public static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    /** The middle one. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
