package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.OwnProcess;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Workspaces are migrated by processes that are killed (kill -9); others go on. */
class KilledMigrationIT {
    private static final String CHANGE =
            "ALTER TABLE concept ADD COLUMN extra text; CREATE INDEX extra_index ON concept (extra);";
    private static final String APPLIED = "SELECT id FROM databasechangelog WHERE filename = 'later.sql'";
    private static final int RANDOM_KILLS = 3;
    private static final int LATEST_KILL_MILLIS = 150;

    /** Longer than a lease. */
    private static final int AHEAD_SECONDS = 61;

    private DatabaseServer database;
    private int started;

    @Test
    void nothingIsHalfThereAfterADeathInTheMiddle() throws Exception {
        database = TestServer.another();
        List<Tenant> tenants;
        try (var before = Program.current(database)) {
            tenants = before.build(6);
        }
        try (var later = Program.later(database, CHANGE)) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            var held = tenants.get(3);
            try (var reader = database.superuser();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("SELECT FROM %s.concept".formatted(held.schema()));
                var process = start();
                process.awaitSentence(MigratingProcess.READY);
                while (!isWaiting(held)) {
                    Thread.onSpinWait();
                }
                process.kill();
            }
            assertThat(later.read(held, APPLIED)).isEmpty();
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (var round = 0; round < RANDOM_KILLS; round++) {
                start().kill(MigratingProcess.READY, random.nextInt(LATEST_KILL_MILLIS));
            }
            assertThat(start().said()).as("seed " + seed).contains(MigratingProcess.DONE);

            assertThat(later.bean(MigrationProgress.class).status().isComplete())
                    .isTrue();
            for (var tenant : tenants) {
                assertThat(later.read(tenant, APPLIED)).hasSize(1);
                assertThat(later.read(tenant, "SELECT count(extra) FROM concept"))
                        .containsExactly("0");
            }
        }
    }

    private OwnProcess start() throws Exception {
        started++;
        return OwnProcess.start(
                MigratingProcess.class, database, List.of(Integer.toString(started * AHEAD_SECONDS), CHANGE));
    }

    /** Whether somebody waits for a lock on a table of this workspace. */
    private boolean isWaiting(Tenant tenant) throws Exception {
        try (var superuser = database.superuser();
                var query = superuser.prepareStatement(
                        "SELECT FROM pg_locks WHERE NOT granted AND relation = (? || '.concept')::regclass")) {
            query.setString(1, tenant.schema());
            return query.executeQuery().next();
        }
    }
}
