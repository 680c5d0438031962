package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * What counties notice of each other: how long a quiet one waits while another one asks as fast as it is let, how much longer the
 * platform takes to start for many, and how long the export of one takes.
 */
final class TenantBench {
    private static final double NEIGHBOUR = 1.25;
    private static final double START = 1.2;
    private static final double EXPORT_SECONDS = 60;
    private static final int STARTS = 5;
    private static final int ROWS = 10_000;
    private static final String AMPEL = "/api/v1/{county}/ampel";
    /** Between two requests of the quiet county: some people who read. */
    private static final Duration READING = Duration.ofMillis(20);

    private final BenchSystem system;
    private final BenchOptions options;

    TenantBench(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    void run() throws Exception {
        noisyNeighbour();
        export();
        start();
    }

    private void noisyNeighbour() throws Exception {
        BenchCounty quiet = system.counties().get(0);
        List<BenchCounty> noisy = system.counties().subList(1, 2);
        var ratios = new double[options.rounds()];
        try (var reader = new OverHttp(system.port(), AMPEL, "");
                Side noise = Side.open(system, options.connections(), () -> new OverHttp(system.port(), AMPEL, ""));
                var threads = Executors.newSingleThreadExecutor()) {
            warmUp(reader, quiet, noise, noisy);
            for (int round = 0; round < ratios.length; round++) {
                double alone = millis(reader, quiet);
                var beside = threads.submit(() -> noise.run(options.seconds() + 1, noisy));
                double disturbed = millis(reader, quiet);
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

    /** What the noisy county may send at once is used up then, and stays so. */
    private void warmUp(OverHttp reader, BenchCounty quiet, Side noise, List<BenchCounty> noisy) throws Exception {
        for (int i = 0; i < 2; i++) {
            millis(reader, quiet);
            noise.run(options.seconds(), noisy);
        }
    }

    /** Median of the time until the quiet county has its answer. */
    private double millis(OverHttp reader, BenchCounty county) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(options.seconds()).toNanos();
        var times = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            reader.read(county);
            times.add((System.nanoTime() - begin) / 1e6);
            LockSupport.parkNanos(READING.toNanos());
        }
        return Rounds.median(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void export() throws Exception {
        system.insert("""
                INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version)
                SELECT gen_random_uuid(), 'person' || i || '@kreis.example', 'Person ' || i, 'reader', 'active', now(), now(), 0
                FROM generate_series(1, %d) i""".formatted(ROWS));
        try (ApplicationContext console = system.start("console", "kk_admin")) {
            var tenant = console.getBean(Tenants.class)
                    .findTyped(system.counties().getFirst().slug())
                    .orElseThrow();
            long begin = System.nanoTime();
            console.getBean(Export.class).write(tenant.id(), OutputStream.nullOutputStream(), Actor.without("Messung"));
            Goal.atMost("export-10000-rows-seconds", (System.nanoTime() - begin) / 1e9, EXPORT_SECONDS);
        }
    }

    private void start() throws Exception {
        startSeconds();
        var ratios = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            double many = startSeconds();
            system.asSuperuser("UPDATE registry.tenant SET state = 'deleted' WHERE slug <> 'kreis-0'");
            double one;
            try {
                one = startSeconds();
            } finally {
                system.asSuperuser("UPDATE registry.tenant SET state = 'active'");
            }
            ratios[i] = many / one;
            System.out.printf(
                    Locale.ROOT, "start with %d counties %.2f s, with one %.2f s%n", options.counties(), many, one);
        }
        Goal.atMost("start-one-to-n", Rounds.median(ratios), START);
    }

    /** Until a county could be served. */
    private double startSeconds() {
        long begin = System.nanoTime();
        try (ApplicationContext platform = system.start("platform", "kk_platform")) {
            platform.getBean(EmbeddedServer.class).start();
            if (platform.getBean(Workspaces.class).find("kreis-0").isEmpty()) {
                throw new IllegalStateException("the registry is empty");
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
