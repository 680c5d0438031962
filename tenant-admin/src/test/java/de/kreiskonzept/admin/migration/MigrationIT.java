package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All workspaces of a database of its own are brought to a later version. */
class MigrationIT {
    private static final String COLUMN =
            "ALTER TABLE identity_account ADD COLUMN extra text; CREATE INDEX extra_index ON identity_account (extra);";
    private static final String RULE =
            "ALTER TABLE identity_account ADD CONSTRAINT no_bad CHECK (email NOT LIKE '%bad%');";
    private static final String APPLIED = "SELECT id FROM databasechangelog WHERE filename = 'later.sql'";

    private DatabaseServer database;
    private Program before;

    @BeforeEach
    void startTheProgramOfBefore() throws SQLException {
        database = TestServer.another();
        before = Program.current(database);
    }

    @AfterEach
    void stop() {
        before.close();
    }

    @Test
    void bringsAllWorkspacesToTheVersionAndKeepsWhatIsInThem() throws Exception {
        var tenants = before.build(3);
        before.bean(Tenants.class).change(tenants.getFirst().id(), TenantState.SUSPENDED, Program.TESTER, "Pause");
        try (var later = Program.later(database, COLUMN)) {
            var progress = later.bean(MigrationProgress.class);
            assertThat(progress.status().open()).isEqualTo(3);
            assertThat(progress.status().latest()).isNull();
            assertThat(progress.begin(Program.TESTER).isUnderWay()).isTrue();
            assertThat(later.bean(Migration.class).work(2)).isTrue();

            var status = progress.status();
            assertThat(status.isComplete()).isTrue();
            assertThat(status.isUnderWay()).isFalse();
            assertThat(status.handled()).isEqualTo(3);
            for (var tenant : tenants) {
                assertThat(later.read(tenant, "SELECT email FROM identity_account WHERE extra IS NULL"))
                        .containsExactly("a@k" + tenant.ags() + ".example");
                assertThat(later.read(tenant, APPLIED)).hasSize(1);
                assertThat(version(later, tenant)).isEqualTo(status.version());
            }
            assertThat(later.bean(Migration.class).work(2)).isTrue();
        }
        assertThat(before.bean(MigrationProgress.class).status().current()).isZero();
    }

    @Test
    void setsAsideWhatBreaksANewRuleAndTriesItAgainAfterwards() throws Exception {
        var tenants = before.build(4);
        var bad = tenants.get(1);
        before.execute(bad, "UPDATE identity_account SET email = 'bad@kreis.example'");
        try (var later = Program.later(database, COLUMN + RULE)) {
            var progress = later.bean(MigrationProgress.class);
            later.job("begin a migration", () -> progress.begin(Program.TESTER));
            assertThat(later.<Boolean>job(
                            "migrate", () -> later.bean(Migration.class).work(2)))
                    .isTrue();

            var status = progress.status();
            assertThat(status.current()).isEqualTo(3);
            assertThat(status.isUnderWay()).isFalse();
            assertThat(status.failures())
                    .containsExactly(
                            new MigrationFailure(bad.id(), bad.name(), "SQLSTATE 23514 identity_account no_bad"));
            assertThat(later.read(bad, APPLIED)).isEmpty();
            assertThat(later.read(
                            bad,
                            "SELECT attname FROM pg_attribute WHERE attrelid = 'identity_account'::regclass AND attname ="
                                    + " 'extra'"))
                    .isEmpty();
            assertThat(later.bean(Tenants.class).get(bad.id()).state()).isEqualTo(TenantState.ACTIVE);

            later.execute(bad, "UPDATE identity_account SET email = 'good@kreis.example'");
            progress.begin(Program.TESTER);
            assertThat(later.bean(Migration.class).work(2)).isTrue();
            assertThat(progress.status().isComplete()).isTrue();
            assertThat(progress.status().failures()).isEmpty();
        }
    }

    @Test
    void aMigrationToAnotherVersionEndsWithTheBeginOfThisOneInOneEntry() throws Exception {
        before.build(1);
        try (var later = Program.later(database, COLUMN)) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
        }
        var again = before.job(
                "begin a migration", () -> before.bean(MigrationProgress.class).begin(Program.TESTER));
        assertThat(again.isUnderWay()).isTrue();
        assertThat(before.<Boolean>job(
                        "migrate", () -> before.bean(Migration.class).work(1)))
                .isTrue();
    }

    @Test
    void setsAsideWhatComesFromANewerProgram() throws Exception {
        before.build(1);
        try (var later = Program.later(database, COLUMN)) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            assertThat(later.bean(Migration.class).work(1)).isTrue();
        }
        before.bean(MigrationProgress.class).begin(Program.TESTER);
        assertThat(before.bean(Migration.class).work(1)).isTrue();
        assertThat(before.bean(MigrationProgress.class).status().failures())
                .extracting(MigrationFailure::reason)
                .containsExactly("unknown changeset later.sql::later::kreiskonzept");
    }

    @Test
    void twoReplicasMigrateEachWorkspaceOnce() throws Exception {
        var tenants = before.build(5);
        try (var one = Program.later(database, COLUMN);
                var other = Program.later(database, COLUMN);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.bean(MigrationProgress.class).begin(Program.TESTER);
            other.bean(MigrationProgress.class).begin(Program.TESTER);
            Callable<Boolean> first = () -> one.bean(Migration.class).work(2);
            Callable<Boolean> second = () -> other.bean(Migration.class).work(2);
            var results = threads.invokeAll(List.of(first, second));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).contains(true);
            assertThat(one.bean(MigrationProgress.class).status().isComplete()).isTrue();
            assertThat(one.bean(MigrationProgress.class).status().failures()).isEmpty();
            for (var tenant : tenants) {
                assertThat(one.read(tenant, APPLIED)).hasSize(1);
            }
        }
    }

    @Test
    void whoeverComesAfterACrashNotesWhatWasDoneAndGoesOn() throws Exception {
        var tenants = before.build(3);
        try (var later = Program.later(database, COLUMN)) {
            var progress = later.bean(MigrationProgress.class);
            progress.begin(Program.TESTER);
            assertThat(progress.take("a process that died")).isTrue();
            later.execute(tenants.getFirst(), laterChangeset(later));

            assertThat(later.bean(Migration.class).work(1)).isFalse();
            later.bean(MovableClock.class).advance(Duration.ofSeconds(61));
            assertThat(later.bean(Migration.class).work(1)).isTrue();
            assertThat(progress.status().isComplete()).isTrue();
            assertThat(progress.done(
                            List.of(new MigrationStore.Waiting(
                                    tenants.getFirst().id(), tenants.getFirst().place(), "")),
                            "a process that died"))
                    .isFalse();
        }
    }

    @Test
    void aServerThatGoesAwayStopsTheWorkAndSetsNothingAside() throws Exception {
        before.build(2);
        try (var later = Program.later(database, "RESET ROLE; SELECT pg_terminate_backend(pg_backend_pid());")) {
            later.bean(MigrationProgress.class).begin(Program.TESTER);
            assertThatThrownBy(() -> later.bean(Migration.class).work(1)).isInstanceOf(SQLException.class);
            var status = later.bean(MigrationProgress.class).status();
            assertThat(status.failures()).isEmpty();
            assertThat(status.open()).isEqualTo(2);
            assertThat(status.isUnderWay()).isTrue();
        }
    }

    private static String laterChangeset(Program later) {
        return "SET ROLE kk_owner; "
                + later.bean(de.kreiskonzept.foundation.database.WorkspaceScript.class)
                        .changeSets()
                        .getLast()
                        .sql();
    }

    private static String version(Program program, Tenant tenant) {
        return program.bean(Tenants.class).get(tenant.id()).schemaVersion();
    }
}
