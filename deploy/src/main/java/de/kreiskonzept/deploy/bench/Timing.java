package de.kreiskonzept.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two ways to do the same, one after the other, over and over; the first half of the rounds only warms up. */
final class Timing {
    private static final int ROUNDS = 15;
    private static final double NANOS = 1e9;

    private Timing() {}

    /**
     * Prints the median of both and how it stands to the goal.
     *
     * @param goal in seconds
     * @param ours gives the size of what was done, never 0
     * @param floor the library alone, for the same amount
     */
    static void compare(String name, double goal, Callable<Integer> ours, Callable<Integer> floor) throws Exception {
        compare(name, goal, ROUNDS, ours, floor);
    }

    /**
     * The same for what takes long.
     *
     * @param rounds that are measured, behind as many that warm up
     */
    static void compare(String name, double goal, int rounds, Callable<Integer> ours, Callable<Integer> floor)
            throws Exception {
        var over = new ArrayList<Double>();
        var under = new ArrayList<Double>();
        for (int round = 0; round < rounds * 2; round++) {
            double first = seconds(ours);
            double second = seconds(floor);
            if (round >= rounds) {
                over.add(first);
                under.add(second);
            }
        }
        double median = median(over);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.4f s (%.4f to %.4f), library alone %.4f s (%.4f to %.4f), %.1f times%n",
                name,
                median,
                over.getFirst(),
                over.getLast(),
                median(under),
                under.getFirst(),
                under.getLast(),
                median / median(under));
        Goal.atMost(name + "-seconds", median, goal);
    }

    private static double seconds(Callable<Integer> work) throws Exception {
        long begin = System.nanoTime();
        if (work.call() == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return (System.nanoTime() - begin) / NANOS;
    }

    private static double median(List<Double> values) {
        values.sort(null);
        return values.get(values.size() / 2);
    }
}
