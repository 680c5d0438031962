package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.deploy.bench.BenchOptions;
import de.kreiskonzept.deploy.bench.BenchSystem;
import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.deploy.bench.Goal;
import de.kreiskonzept.deploy.bench.OverHttp;
import de.kreiskonzept.deploy.bench.Rounds;
import de.kreiskonzept.deploy.bench.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** How long a quiet county waits for its Ampel while others are loud, or a workspace is built each second. */
final class Neighbours {
    private static final double NEIGHBOUR = 1.25;
    private static final double BUILDING = 2;
    private static final double MOST = 0.95;
    /** Between two requests of the quiet county: some people who read. */
    private static final Duration READING = Duration.ofMillis(20);

    private final BenchSystem system;
    private final BenchOptions options;

    Neighbours(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    /** Beside another county that asks as fast as it is let, at the usual quota. */
    void besideANoisyOne() throws Exception {
        BenchCounty quiet = system.counties().get(0);
        List<BenchCounty> noisy = system.counties().subList(1, 2);
        var ratios = new double[options.rounds()];
        try (var reader = reader();
                Side noise = Side.open(system, options.connections(), this::reader);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            warmUp(reader, quiet, noise, noisy);
            for (int round = 0; round < ratios.length; round++) {
                double alone = Rounds.median(millis(reader, quiet));
                var beside = threads.submit(() -> noise.run(options.seconds() + 1, noisy));
                double disturbed = Rounds.median(millis(reader, quiet));
                double rate = beside.get().rate();
                ratios[round] = disturbed / alone;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: quiet county alone %.2f ms, beside a noisy one with %.0f answers a second %.2f ms%n",
                        round + 1,
                        alone,
                        rate,
                        disturbed);
            }
        }
        Goal.atMost("noisy-neighbour", Rounds.median(ratios), NEIGHBOUR);
    }

    /** Beside the building of a workspace each second, against a thread that uses as much processor time each second. */
    void besideBuilding(Builds builds) throws Exception {
        BenchCounty quiet = system.counties().get(0);
        long cost = builds.cost().toNanos();
        var ratios = new double[options.rounds()];
        try (var reader = reader()) {
            millis(reader, quiet);
            for (int round = 0; round < ratios.length; round++) {
                double building = beside(builds::one, reader, quiet);
                double plain = beside(() -> spin(cost), reader, quiet);
                ratios[round] = building / plain;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: 95 of 100 answers within %.2f ms beside building, %.2f ms beside %.2f s of plain load a second%n",
                        round + 1,
                        building,
                        plain,
                        cost / 1e9);
            }
        }
        Goal.atMost("p95-beside-building", Rounds.median(ratios), BUILDING);
    }

    private double beside(Callable<?> eachSecond, OverHttp reader, BenchCounty county) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            long end = System.nanoTime() + Duration.ofSeconds(options.seconds()).toNanos();
            var load = threads.submit(() -> {
                for (long next = System.nanoTime();
                        next < end;
                        next += Duration.ofSeconds(1).toNanos()) {
                    LockSupport.parkNanos(next - System.nanoTime());
                    eachSecond.call();
                }
                return true;
            });
            double p95 = Rounds.quantile(millis(reader, county), MOST);
            load.get();
            return p95;
        }
    }

    private static long spin(long nanos) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + nanos;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return end;
    }

    private OverHttp reader() throws IOException {
        return new OverHttp(system.port(), TenantBench.AMPEL, "");
    }

    /** What the noisy county may send at once is used up then, and stays so. */
    private void warmUp(OverHttp reader, BenchCounty quiet, Side noise, List<BenchCounty> noisy) throws Exception {
        for (int i = 0; i < 2; i++) {
            millis(reader, quiet);
            noise.run(options.seconds(), noisy);
        }
    }

    /** Each time until the quiet county has its answer. */
    private double[] millis(OverHttp reader, BenchCounty county) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(options.seconds()).toNanos();
        var times = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            reader.read(county);
            times.add((System.nanoTime() - begin) / 1e6);
            LockSupport.parkNanos(READING.toNanos());
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
