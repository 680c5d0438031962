package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.Way;
import de.kreiskonzept.deploy.bench.Side.Round;
import de.kreiskonzept.platform.monitoring.Evaluation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Ampel of a random county: answers a second over HTTP against the same statements by plain JDBC, of one county against all, and of
 * a Stand that the client has already against one that it has not; after that the Ampel document against empty pages.
 */
final class ReportBench {
    private static final double GOAL = 0.7;
    private static final double FLAT = 1.2;
    private static final double UNCHANGED = 10;
    private static final double STILL_FASTER = 1.05;
    private static final long WARM = 12_000;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);

    private final BenchSystem system;
    private final BenchOptions options;

    ReportBench(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    void run() throws Exception {
        List<String> statements = Evaluation.statements();
        System.out.printf(
                Locale.ROOT,
                "%d counties, %d connections, %d rounds of %d s each way, %d statements, Java %s, %d processors%n",
                options.counties(),
                options.connections(),
                options.rounds(),
                options.seconds(),
                statements.size(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        try (Side platform = ampel();
                Side floor = floor(statements, Way.SIMPLE);
                Side prepared = floor(statements, Way.PREPARED)) {
            warmUp(platform, floor);
            prepared.run(options.seconds());
            measure(platform, floor, prepared);
            flat(platform);
        }
        unchanged();
        new StandPaperBench(system).run();
    }

    private Side floor(List<String> statements, Way way) throws Exception {
        return Side.open(system, options.connections(), () -> new OverJdbc(system.connect(way), statements));
    }

    private Side ampel() throws Exception {
        return Side.open(
                system, options.connections(), () -> new OverHttp(system.port(), "/api/v1/{county}/ampel", ""));
    }

    /** How much more an answer costs where there are many counties. */
    private void flat(Side platform) throws Exception {
        var alone = new ArrayList<Round>();
        var inTurn = new ArrayList<Round>();
        for (int round = 0; round < options.rounds(); round++) {
            alone.add(platform.run(options.seconds(), system.counties().subList(0, 1)));
            inTurn.add(platform.run(options.seconds()));
        }
        Rounds.print("one county", alone);
        Rounds.print("all counties", inTurn);
        Goal.atMost("one-to-" + options.counties() + "-counties", Rounds.ratio(alone, inTurn), FLAT);
    }

    /** How much faster a client is told that its Stand is still the same. */
    private void unchanged() throws Exception {
        String path = "/api/v1/{county}" + system.standPath();
        String tag = tag(system.standPath());
        double[] ratios = new double[options.rounds()];
        try (Side whole = Side.open(system, options.connections(), () -> new OverHttp(system.port(), path, ""));
                Side again = Side.open(system, options.connections(), () -> new OverHttp(system.port(), path, tag))) {
            whole.run(options.seconds());
            again.run(options.seconds());
            for (int round = 0; round < ratios.length; round++) {
                double first = whole.run(options.seconds()).rate();
                double next = again.run(options.seconds()).rate();
                ratios[round] = next / first;
                System.out.printf(Locale.ROOT, "stand: whole %.0f/s, unchanged %.0f/s%n", first, next);
            }
        }
        Goal.atLeast("unchanged-stand", Rounds.median(ratios), UNCHANGED);
    }

    private String tag(String path) throws IOException, InterruptedException {
        BenchSystem.BenchCounty county = system.counties().getFirst();
        URI address = URI.create("http://localhost:%d/api/v1/%s%s".formatted(system.port(), county.slug(), path));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + county.token())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        }
    }

    /** Java compiles what runs often, PostgreSQL gets to know every county: nothing is measured before both are done with that. */
    private void warmUp(Side platform, Side floor) throws Exception {
        Instant latest = Instant.now().plus(LONGEST_WARM_UP);
        long answers = 0;
        double best = 0;
        double rate = 0;
        while (Instant.now().isBefore(latest) && (answers < WARM || rate > STILL_FASTER * best)) {
            best = Math.max(best, rate);
            Round round = platform.run(options.seconds());
            rate = round.rate();
            answers += round.answers();
            System.out.printf(
                    Locale.ROOT,
                    "warm-up: platform %.0f/s, floor %.0f/s%n",
                    rate,
                    floor.run(options.seconds()).rate());
        }
    }

    private void measure(Side platform, Side floor, Side prepared) throws Exception {
        var over = new ArrayList<Round>();
        var under = new ArrayList<Round>();
        var lowest = new ArrayList<Round>();
        for (int round = 1; round <= options.rounds(); round++) {
            over.add(platform.run(options.seconds()));
            under.add(floor.run(options.seconds()));
            lowest.add(prepared.run(options.seconds()));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: platform %.0f/s, floor %.0f/s, floor with prepared statements %.0f/s%n",
                    round,
                    over.getLast().rate(),
                    under.getLast().rate(),
                    lowest.getLast().rate());
        }
        Rounds.print("platform", over);
        Rounds.print("floor", under);
        Rounds.print("floor with prepared statements", lowest);
        Goal.atLeast("report", Rounds.ratio(over, under), GOAL);
        System.out.printf(Locale.ROOT, "ratio report-prepared %.2f without a goal%n", Rounds.ratio(over, lowest));
    }
}
