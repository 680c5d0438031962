package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.deploy.bench.BenchOptions;
import de.kreiskonzept.deploy.bench.BenchSystem;
import de.kreiskonzept.deploy.bench.Goal;
import de.kreiskonzept.deploy.bench.Rounds;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.platform.tenancy.Workspaces;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What counties notice of each other, and what the provider's work costs with a few of them and with many: building a workspace, asking
 * whether all are current, migrating them, exporting one, serving all, starting.
 */
public final class TenantBench {
    static final String AMPEL = "/api/v1/{county}/ampel";

    private static final int FEW = 10;
    // More than these have a workspace, but nothing in it: only what it costs to have them is measured.
    private static final int MOST_WITH_CONTENT = 1_000;
    private static final int THOUSAND = 1_000;
    private static final int REPEATS = 5;
    private static final int CHECKS = 2_000;
    private static final int ROWS = 10_000;

    private static final double BARE = 1.5;
    private static final double FLAT_TO_1000 = 1.3;
    private static final double FLAT_BEYOND = 1.5;
    private static final double CHECK_MILLIS = 50;
    private static final double CHECK = 2;
    private static final double EXPORT = 1.3;
    private static final double EXPORT_SECONDS = 60;
    private static final double START = 1.2;

    private final BenchSystem system;
    private final BenchOptions options;

    /** Measures on a system that has no county yet. */
    public TenantBench(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    /**
     * What is compared between few and many.
     *
     * @param check seconds until is known whether every workspace is current
     * @param export seconds
     */
    private record Costs(Builds.Length building, double check, double export) {}

    /** Fills the system and prints all figures. */
    public void run() throws Exception {
        system.fill(Math.min(FEW, options.counties()));
        enlargeTheFirst();
        try (var builds = new Builds(system)) {
            Costs few = costs(builds, FEW);
            system.fill(Math.min(options.counties(), MOST_WITH_CONTENT));
            for (int i = MOST_WITH_CONTENT; i < options.counties(); i++) {
                builds.one();
            }
            compare(few, costs(builds, options.counties()));
            new Migrations(system).run();
            new Neighbours(system, options).besideBuilding(builds);
        }
        new Neighbours(system, options).besideANoisyOne();
        start();
        new Memory(system, options).run();
    }

    private Costs costs(Builds builds, int counties) throws Exception {
        System.out.printf("with %d counties:%n", counties);
        return new Costs(builds.measure(), check(), export());
    }

    private void compare(Costs few, Costs many) {
        int counties = options.counties();
        Goal.atMost("building-to-script", many.building.ours() / many.building.bare(), BARE);
        double flat = many.building.ours() / few.building.ours();
        if (counties > THOUSAND) {
            Goal.atMost("building-10-to-" + counties, flat, FLAT_BEYOND);
            return;
        }
        Goal.atMost("building-10-to-" + counties, flat, FLAT_TO_1000);
        Goal.atMost("current-check-milliseconds", many.check * 1e3, CHECK_MILLIS);
        Goal.atMost("current-check-10-to-" + counties, many.check / few.check, CHECK);
        Goal.atMost("export-10000-rows-seconds", many.export, EXPORT_SECONDS);
        Goal.atMost("export-10-to-" + counties, many.export / few.export, EXPORT);
    }

    private void enlargeTheFirst() throws SQLException {
        system.insert("""
                INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version)
                SELECT gen_random_uuid(), 'person' || i || '@kreis.example', 'Person ' || i, 'reader', 'active', now(), now(), 0
                FROM generate_series(1, %d) i""".formatted(ROWS));
    }

    private double check() throws Exception {
        try (ApplicationContext console = system.start("console", "kk_admin")) {
            var progress = console.getBean(MigrationProgress.class);
            return median("is every workspace current", CHECKS, () -> {
                if (!progress.status().isComplete()) {
                    throw new IllegalStateException("a workspace is not current");
                }
                return true;
            });
        }
    }

    private double export() throws Exception {
        try (ApplicationContext console = system.start("console", "kk_admin")) {
            var tenant = console.getBean(Tenants.class)
                    .findTyped(system.counties().getFirst().slug())
                    .orElseThrow();
            return median("export", REPEATS, () -> {
                console.getBean(Export.class)
                        .write(tenant.id(), OutputStream.nullOutputStream(), Actor.without("Messung"));
                return true;
            });
        }
    }

    /** Seconds, the median of some after as many that warm up. */
    private double median(String name, int repeats, Callable<Boolean> work) throws Exception {
        var seconds = new double[repeats];
        for (int i = -repeats; i < repeats; i++) {
            long begin = System.nanoTime();
            work.call();
            seconds[Math.max(0, i)] = (System.nanoTime() - begin) / 1e9;
        }
        double median = Rounds.median(seconds);
        System.out.printf(Locale.ROOT, "%s: %.4f s%n", name, median);
        return median;
    }

    private void start() throws Exception {
        startSeconds();
        var ratios = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
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
        Goal.atMost("start-one-to-" + options.counties(), Rounds.median(ratios), START);
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
