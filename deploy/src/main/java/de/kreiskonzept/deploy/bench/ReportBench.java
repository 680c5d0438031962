package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.deploy.bench.OverJdbc.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;

/** The Ampel of a random county: answers a second over HTTP against the same statements by plain JDBC. */
final class ReportBench {
    private static final double GOAL = 0.5;

    private final BenchSystem system;
    private final BenchOptions options;

    ReportBench(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    /** Something that opens the connection of one thread. */
    private interface Opening {
        Work open() throws Exception;
    }

    void run() throws Exception {
        List<Query> queries = queries();
        Opening http = () -> new OverHttp(system.port());
        Opening jdbc = () -> new OverJdbc(system.connect(), queries);
        System.out.printf(
                Locale.ROOT,
                "%d counties, %d connections, %d rounds of %d s each way, %d statements, Java %s, %d processors%n",
                options.counties(),
                options.connections(),
                options.rounds(),
                options.seconds(),
                queries.size(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        measure(http, 2 * options.seconds());
        measure(jdbc, 2 * options.seconds());
        double[] platform = new double[options.rounds()];
        double[] floor = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            platform[round] = measure(http, options.seconds());
            floor[round] = measure(jdbc, options.seconds());
            System.out.printf(
                    Locale.ROOT,
                    "round %d: platform %.0f/s, floor %.0f/s, ratio %.2f%n",
                    round + 1,
                    platform[round],
                    floor[round],
                    platform[round] / floor[round]);
        }
        print(platform, "platform");
        print(floor, "floor");
        double ratio = median(IntStream.range(0, platform.length)
                .mapToDouble(round -> platform[round] / floor[round])
                .toArray());
        System.out.printf(
                Locale.ROOT, "ratio report %.2f goal >= %.1f %s%n", ratio, GOAL, ratio >= GOAL ? "met" : "short");
    }

    /** Asks once over HTTP and keeps what the platform sends to the database for it. */
    private List<Query> queries() throws Exception {
        BenchCounty county = system.counties().getFirst();
        try (OverHttp warm = new OverHttp(system.port())) {
            warm.read(county);
            var recorder = new Recorder(county.schema());
            var configuration = system.bean(DSLContext.class).configuration();
            ExecuteListenerProvider[] before = configuration.executeListenerProviders();
            configuration.set(() -> recorder);
            warm.read(county);
            configuration.set(before);
            return List.copyOf(recorder.queries);
        }
    }

    private static final class Recorder implements ExecuteListener {
        private static final long serialVersionUID = 1;

        private final transient List<Query> queries = new ArrayList<>();
        private final String schema;

        Recorder(String schema) {
            this.schema = schema;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            String sql = context.sql();
            var query = context.query();
            if (sql != null && query != null) {
                queries.add(new Query(sql, query.getBindValues(), schema));
            }
        }
    }

    private double measure(Opening opening, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<Long>> threads = IntStream.range(0, options.connections())
                .<Callable<Long>>mapToObj(any -> () -> readUntil(end, opening))
                .toList();
        long begin = System.nanoTime();
        long answers = 0;
        try (var executor = Executors.newFixedThreadPool(options.connections())) {
            for (Future<Long> thread : executor.invokeAll(threads)) {
                answers += thread.get();
            }
        }
        return answers * 1e9 / (System.nanoTime() - begin);
    }

    private Long readUntil(long end, Opening opening) throws Exception {
        List<BenchCounty> counties = system.counties();
        long answers = 0;
        try (Work work = opening.open()) {
            while (System.nanoTime() < end) {
                BenchCounty county = counties.get(ThreadLocalRandom.current().nextInt(counties.size()));
                if (work.read(county) <= 0) {
                    throw new IllegalStateException("an empty answer for " + county.slug());
                }
                answers++;
            }
        }
        return answers;
    }

    private static void print(double[] rates, String name) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.0f/s, from %.0f to %.0f/s%n",
                name,
                median(rates),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
