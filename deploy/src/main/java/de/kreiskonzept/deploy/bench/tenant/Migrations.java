package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.deploy.bench.BenchSystem;
import de.kreiskonzept.deploy.bench.Goal;
import de.kreiskonzept.deploy.bench.Rounds;
import de.kreiskonzept.foundation.audit.Actor;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Gives every workspace a column and an index more, as a later release would, and by a bare loop over the same SQL: the changeset with its row in
 * the changelog.
 */
final class Migrations {
    private static final double GOAL = 1.5;
    private static final int RELEASES = 5;

    private final BenchSystem system;

    Migrations(BenchSystem system) {
        this.system = system;
    }

    /** The loop runs before and after each release, so that neither has the warmer server; the first release only warms up. */
    void run() throws Exception {
        List<String> schemas = schemas();
        var ratios = new double[RELEASES - 1];
        double before = loop(schemas, 0);
        for (int release = 1; release <= RELEASES; release++) {
            double ours = release(release);
            double after = loop(schemas, release);
            System.out.printf(
                    Locale.ROOT,
                    "migrating %d workspaces: %.1f s, the loop before %.1f s and after %.1f s%n",
                    schemas.size(),
                    ours,
                    before,
                    after);
            ratios[Math.max(0, release - 2)] = ours / ((before + after) / 2);
            before = after;
        }
        Goal.atMost("migration-of-" + schemas.size(), Rounds.median(ratios), GOAL);
    }

    private List<String> schemas() throws SQLException {
        var schemas = new ArrayList<String>();
        try (Connection admin = system.admin();
                var statement = admin.createStatement();
                var rows = statement.executeQuery(
                        "SELECT schema_name FROM registry.tenant WHERE schema_version IS NOT NULL ORDER BY id")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    private double release(int number) throws SQLException {
        var settings = new HashMap<>(BenchSystem.settings(Migration.USUAL_CONNECTIONS + 1, 0));
        settings.put(LaterScript.SETTING, number);
        try (ApplicationContext console = system.start("console", "kk_admin", settings)) {
            MigrationProgress progress = console.getBean(MigrationProgress.class);
            progress.begin(Actor.without("Messung"));
            long begin = System.nanoTime();
            console.getBean(Migration.class).work(Migration.USUAL_CONNECTIONS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!progress.status().isComplete()) {
                throw new IllegalStateException("workspaces were left: " + progress.status());
            }
            return seconds;
        }
    }

    private double loop(Collection<String> schemas, int releases) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(schemas);
        Callable<Boolean> worker =
                () -> drain(waiting, LaterScript.byLoop(releases).sql());
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(Migration.USUAL_CONNECTIONS)) {
            for (var ended : threads.invokeAll(Collections.nCopies(Migration.USUAL_CONNECTIONS, worker))) {
                ended.get();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean drain(Queue<String> waiting, String change) throws SQLException {
        try (Connection admin = system.admin();
                var statement = admin.createStatement()) {
            for (String schema = waiting.poll(); schema != null; schema = waiting.poll()) {
                statement.execute("BEGIN; SET LOCAL ROLE kk_owner; SET LOCAL search_path = %s; %s COMMIT"
                        .formatted(schema, change));
            }
            return true;
        }
    }
}
