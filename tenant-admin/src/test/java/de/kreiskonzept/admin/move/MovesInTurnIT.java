package de.kreiskonzept.admin.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.doctor.Doctor;
import de.kreiskonzept.admin.job.Job;
import de.kreiskonzept.admin.job.JobState;
import de.kreiskonzept.admin.job.Jobs;
import de.kreiskonzept.admin.lifecycle.TenantAction;
import de.kreiskonzept.admin.lifecycle.Transition;
import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.restore.Restore;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A county works as ever until it is the turn of its move, and what happens to it meanwhile counts; nobody gives rights back behind the lock. */
class MovesInTurnIT {
    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    private DatabaseServer database;
    private Program program;
    private Tenant tenant;
    private Tenant other;

    @BeforeEach
    void start() throws Exception {
        database = TestServer.another();
        program = Program.with(database, TwoServers.settings(SECOND, 3));
        var built = program.build(2);
        tenant = built.getFirst();
        other = built.getLast();
    }

    @AfterEach
    void stop() throws Exception {
        program.close();
    }

    @Test
    void aCountyWritesOnWhileAnotherOneMovesAndThenBothArrive() throws Exception {
        program.execute(tenant, TwoServers.MAIL_UNDER_WAY);
        begin(tenant);
        begin(other);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var round = threads.submit(() -> program.<Boolean>job("move counties", () -> {
                new Mover(moving()).goOn();
                return true;
            }));
            try {
                while (step(tenant) != MoveStep.LOCK) {
                    Thread.onSpinWait();
                }
                assertThat(now(tenant).state()).isEqualTo(TenantState.MOVING);
                assertThat(now(other)).isEqualTo(other);
                assertThat(step(other)).isEqualTo(MoveStep.PLANNED);
                assertThat(TwoServers.canWrite(database, other.schema())).isTrue();
                assertThat(program.bean(Jobs.class).list().jobs())
                        .extracting(Job::state)
                        .containsExactly(JobState.RUNNING, JobState.WAITING);
            } finally {
                program.execute(tenant, TwoServers.MAIL_SENT);
            }
            round.get();
        }
        for (var moved : new Tenant[] {now(tenant), now(other)}) {
            assertThat(moved.dataSource()).isEqualTo("zwei");
            assertThat(moved.state()).isEqualTo(TenantState.ACTIVE);
            assertThat(TwoServers.canWrite(SECOND.server(), moved.schema())).isTrue();
        }
    }

    @Test
    void aMoveThatWasTakenUpGoesOnBeforeOneThatIsPlanned() throws Exception {
        begin(tenant);
        begin(other);
        assertThat(program.job("move counties", () -> moving().advance(other.id(), "run")))
                .isEqualTo(Moving.Outcome.STEP_DONE);
        assertThat(moving().unfinished()).containsExactly(other.id(), tenant.id());
    }

    @Test
    void whatIsCalledOffBeforeItsTurnWasNeverKeptFromAnything() throws Exception {
        begin(tenant);
        program.bean(Moves.class).cancel(tenant.id(), Program.TESTER);
        assertThat(step(tenant)).isEqualTo(MoveStep.TAKEN_BACK);
        assertThat(complete(tenant)).isTrue();
        assertThat(now(tenant)).isEqualTo(tenant);
        begin(tenant);
        assertThat(complete(tenant)).isTrue();
        assertThat(now(tenant).dataSource()).isEqualTo("zwei");
    }

    @Test
    void aCountyThatWasSuspendedMeanwhileStaysWhereItIs() throws Exception {
        begin(tenant);
        var suspended = transition(TenantAction.SUSPEND);
        assertThat(complete(tenant)).isTrue();
        assertThat(step(tenant)).isEqualTo(MoveStep.TAKEN_BACK);
        assertThat(program.bean(Moves.class).get(tenant.id()).reason())
                .isEqualTo("In dem Zustand, in dem der Arbeitsbereich jetzt ist, kann er nicht umziehen.");
        assertThat(now(tenant)).isEqualTo(suspended);
    }

    @Test
    void aCountyThatWasClosedAndRestoredMeanwhileMovesFromWhereItStandsThen(@TempDir Path folder) throws Exception {
        program.execute(tenant, "INSERT INTO concept VALUES (gen_random_uuid(), 'wie am Abend', now(), now(), 0)");
        var file = folder.resolve("kreis.zip");
        try (var out = Files.newOutputStream(file)) {
            assertThat(program.bean(Export.class)
                            .write(tenant.id(), out, Program.TESTER)
                            .rows())
                    .isPositive();
        }
        program.execute(tenant, "UPDATE concept SET title = 'verdorben'");
        begin(tenant);
        var restored = program.bean(Restore.class).restore(tenant.id(), file, Program.TESTER);
        transition(TenantAction.CLOSE);

        assertThat(complete(tenant)).isTrue();
        assertThat(now(tenant).state()).isEqualTo(TenantState.READ_ONLY);
        assertThat(TwoServers.read(program, now(tenant).place(), "SELECT title FROM concept"))
                .containsExactly("wie am Abend");
        assertThat(program.bean(Moves.class).get(tenant.id()).from()).isEqualTo(restored.place());
    }

    @Test
    void aMigrationUnderWayKeepsAMovePlannedUntilItsEnd() throws Exception {
        begin(tenant);
        program.bean(Tenants.class).builtFrom(other.id(), "another version");
        program.bean(MigrationProgress.class).begin(Program.TESTER);
        assertThat(complete(tenant)).isFalse();
        assertThat(now(tenant)).isEqualTo(tenant);
        assertThat(program.bean(Migration.class).work(1)).isTrue();
        assertThat(complete(tenant)).isTrue();
        assertThat(now(tenant).dataSource()).isEqualTo("zwei");
    }

    /** The worker has read its list, in the order of the ids, before the second county was locked. */
    @Test
    void aMigrationThatWasBegunBeforeGivesNoRightsBackAtAPlaceThatIsLocked() throws Exception {
        for (var each : new Tenant[] {tenant, other}) {
            program.bean(Tenants.class).builtFrom(each.id(), "another version");
        }
        program.bean(MigrationProgress.class).begin(Program.TESTER);
        try (var holder = database.superuser();
                var statement = holder.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + tenant.schema() + ".databasechangelog IN ACCESS EXCLUSIVE MODE");
            var work = threads.submit(() -> program.bean(Migration.class).work(1));
            while (!isWaitingForTheChangelog()) {
                Thread.onSpinWait();
            }
            assertThat(oldPlace().lock(other.place())).isTrue();
            holder.rollback();
            assertThat(work.get()).isTrue();
        }
        assertThat(now(tenant).schemaVersion()).isNotEqualTo("another version");
        assertThat(now(other).schemaVersion()).isEqualTo("another version");
        assertThat(program.bean(MigrationProgress.class).status().failures()).isEmpty();
        assertIsLocked(other);
    }

    @Test
    void aRepairThatWasBegunBeforeGivesNoRightsBackAtAPlaceThatIsLocked() throws Exception {
        program.execute(tenant, "REVOKE SELECT ON concept FROM " + tenant.schema());
        var doctor = program.bean(Doctor.class);
        var found = doctor.examine(tenant.id());
        assertThat(found.findings()).hasSize(1);
        assertThat(oldPlace().lock(tenant.place())).isTrue();
        assertThat(doctor.repair(found, Program.TESTER)).isEqualTo(found);
        assertIsLocked(tenant);

        assertThat(oldPlace().unlock(tenant.place())).isTrue();
        assertThat(TwoServers.canWrite(database, tenant.schema())).isTrue();
        assertThat(doctor.examine(tenant.id()).findings()).isEmpty();
    }

    private void assertIsLocked(Tenant locked) {
        assertThatThrownBy(() -> TwoServers.canWrite(database, locked.schema()))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private boolean isWaitingForTheChangelog() throws SQLException {
        try (var superuser = database.superuser();
                var query = superuser.prepareStatement(
                        "SELECT FROM pg_locks WHERE NOT granted AND relation = (? || '.databasechangelog')::regclass")) {
            query.setString(1, tenant.schema());
            return query.executeQuery().next();
        }
    }

    private Tenant transition(TenantAction action) {
        return program.bean(Transition.class)
                .make(action, tenant.id(), now(tenant).version(), "Prüfung", Program.TESTER);
    }

    /** As the job does it. */
    private boolean complete(Tenant who) throws Exception {
        return program.job("move counties", () -> moving().complete(who.id()));
    }

    private void begin(Tenant who) {
        program.bean(Moves.class)
                .begin(who.id(), now(who).version(), new Moves.Wish(who.slug(), "zwei"), Program.TESTER);
    }

    private MoveStep step(Tenant of) {
        return program.bean(Moves.class).get(of.id()).step();
    }

    private Moving moving() {
        return program.bean(Moving.class);
    }

    private OldPlace oldPlace() {
        return program.bean(OldPlace.class);
    }

    private Tenant now(Tenant of) {
        return program.bean(Tenants.class).get(of.id());
    }
}
