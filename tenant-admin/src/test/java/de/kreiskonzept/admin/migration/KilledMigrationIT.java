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
    private static final String QUICK =
            "ALTER TABLE concept ADD COLUMN extra text; CREATE INDEX extra_index ON concept (extra);";

    /** As slow as in a workspace with many rows, so that each one is sent alone. */
    private static final String SLOW = QUICK + " SELECT pg_sleep(0.1);";

    private static final String APPLIED = "SELECT id FROM databasechangelog WHERE filename = 'later.sql'";
    private static final int COUNTIES = 36;
    private static final int GROUP = 20;

    /** Comes after the first of its group, which is sent alone. */
    private static final int LATE = 12;

    private static final int RANDOM_KILLS = 10;
    private static final long LATEST_KILL_NANOS = 200_000_000;

    private DatabaseServer database;

    @Test
    void nothingIsHalfThereAfterADeathInTheMiddle() throws Exception {
        var tenants = build(COUNTIES);
        try (var later = Program.later(database, SLOW);
                var relay = new Relay(MigratingProcess.class, database, List.of(SLOW))) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            killWhileItWaitsFor(tenants.get(3), relay);
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

            assertThatAllAreMigrated(later, tenants);
        }
    }

    @Test
    void nothingIsHalfThereAfterADeathAmidWorkspacesThatWereSentTogether() throws Exception {
        var tenants = build(GROUP);
        try (var later = Program.later(database, QUICK);
                var relay = new Relay(MigratingProcess.class, database, List.of(QUICK))) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            killWhileItWaitsFor(tenants.get(LATE), relay);
            assertThat(relay.next(MigratingProcess.READY).said()).contains(MigratingProcess.DONE);
            assertThatAllAreMigrated(later, tenants);
        }
    }

    private List<Tenant> build(int counties) throws Exception {
        database = TestServer.another();
        try (var before = Program.current(database)) {
            return before.build(counties);
        }
    }

    private void killWhileItWaitsFor(Tenant held, Relay relay) throws Exception {
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
    }

    private static void assertThatAllAreMigrated(Program later, List<Tenant> tenants) throws Exception {
        var status = later.bean(MigrationProgress.class).status();
        assertThat(status.isComplete()).isTrue();
        assertThat(status.failures()).isEmpty();
        for (var tenant : tenants) {
            assertThat(later.read(tenant, APPLIED)).hasSize(1);
            assertThat(later.read(tenant, "SELECT count(extra) FROM concept")).containsExactly("0");
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
