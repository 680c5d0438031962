package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.Relay;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Workspaces are migrated by processes that are killed (kill -9); others go on. */
class KilledMigrationIT {
    /** As slow as in a workspace with many rows. */
    private static final String CHANGE =
            "ALTER TABLE concept ADD COLUMN extra text; CREATE INDEX extra_index ON concept (extra); SELECT pg_sleep(0.1);";

    private static final String APPLIED = "SELECT id FROM databasechangelog WHERE filename = 'later.sql'";
    private static final int COUNTIES = 36;
    private static final int RANDOM_KILLS = 10;
    private static final long LATEST_KILL_NANOS = 200_000_000;

    private DatabaseServer database;

    @Test
    void nothingIsHalfThereAfterADeathInTheMiddle() throws Exception {
        database = TestServer.another();
        List<Tenant> tenants;
        try (var before = Program.current(database)) {
            tenants = before.build(COUNTIES);
        }
        try (var later = Program.later(database, CHANGE);
                var relay = new Relay(MigratingProcess.class, database, List.of(CHANGE))) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            var held = tenants.get(3);
            try (var reader = database.superuser();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("SELECT FROM %s.concept".formatted(held.schema()));
                var process = relay.next(MigratingProcess.READY);
                while (!isWaiting(held)) {
                    Thread.onSpinWait();
                }
                process.kill();
            }
            assertThat(later.read(held, APPLIED)).isEmpty();
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (var round = 0; round < RANDOM_KILLS; round++) {
                assertThat(relay.next(MigratingProcess.READY).killAfter(random.nextLong(LATEST_KILL_NANOS)))
                        .as("seed " + seed)
                        .isTrue();
            }
            assertThat(later.bean(MigrationProgress.class).status().isUnderWay())
                    .as("all of them died while it was under way, seed " + seed)
                    .isTrue();
            assertThat(relay.next(MigratingProcess.READY).said())
                    .as("seed " + seed)
                    .contains(MigratingProcess.DONE);

            assertThat(later.bean(MigrationProgress.class).status().isComplete())
                    .isTrue();
            for (var tenant : tenants) {
                assertThat(later.read(tenant, APPLIED)).hasSize(1);
                assertThat(later.read(tenant, "SELECT count(extra) FROM concept"))
                        .containsExactly("0");
            }
        }
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
