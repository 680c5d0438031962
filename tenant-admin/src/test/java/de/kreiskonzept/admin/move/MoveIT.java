package de.kreiskonzept.admin.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.lifecycle.TenantAction;
import de.kreiskonzept.admin.lifecycle.Transition;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A county goes from one server to another, with everything that it has, while its people try to write. */
class MoveIT {
    private static final String TITLES = "SELECT title FROM concept ORDER BY title";
    private static final int WRITERS = 4;

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
        program.execute(
                tenant,
                "INSERT INTO concept SELECT gen_random_uuid(), 'Konzept ' || i, now(), now(), 0 FROM generate_series(1, 50) i");
    }

    @AfterEach
    void stop() throws Exception {
        program.close();
    }

    @Test
    void everythingIsAtTheNewPlaceAndTheCountyWorksOn() throws Exception {
        var digest = digest(tenant);
        var titles = TwoServers.read(program, tenant.place(), TITLES);
        var invitations = TwoServers.read(program, tenant.place(), "SELECT token_hash::text FROM identity_ticket");
        assertThat(invitations).isNotEmpty();
        begin();
        assertThat(now().state()).isEqualTo(TenantState.ACTIVE);
        setOut();
        assertThat(now().state()).isEqualTo(TenantState.MOVING);
        assertThat(digest(now())).as("what moves can be exported").isEqualTo(digest);
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));

        assertThat(complete()).isTrue();

        var moved = now();
        assertThat(moved.state()).isEqualTo(TenantState.ACTIVE);
        assertThat(moved.dataSource()).isEqualTo("zwei");
        assertThat(digest(moved)).isEqualTo(digest);
        assertThat(TwoServers.read(program, moved.place(), TITLES)).isEqualTo(titles);
        assertThat(TwoServers.read(program, moved.place(), "SELECT token_hash::text FROM identity_ticket"))
                .isEqualTo(invitations);
        assertThat(program.bean(Tenants.class).events(tenant.id()).getLast().reason())
                .isEqualTo("Umgezogen von „Hauptserver“ nach „zwei“");
        assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.MOVED);
        assertThat(moves().get(tenant.id()).copied().rows()).isGreaterThanOrEqualTo(50);
        assertThat(program.bean(Tenants.class).get(other.id())).isEqualTo(other);
        assertThat(program.examine().findings()).isEmpty();
        assertThat(TwoServers.canWrite(SECOND.server(), moved.schema())).isTrue();
    }

    @Test
    void aCountyWithThirtyMegabytesMayNotWriteForLessThanAMinute() throws Exception {
        program.execute(
                tenant,
                "INSERT INTO concept SELECT gen_random_uuid(), repeat('Konzept ', 200), now(), now(), 0"
                        + " FROM generate_series(1, 20000)");
        begin();
        var begin = System.nanoTime();
        assertThat(complete()).isTrue();
        var window = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("20,000 rows with 32 MB moved in " + window.toMillis() + " ms");
        assertThat(window).isLessThan(Duration.ofMinutes(1));
        assertThat(TwoServers.read(program, now().place(), "SELECT count(*) FROM concept"))
                .containsExactly("20050");
    }

    @Test
    void theOldPlaceIsClosedAndKeptForSevenDays() throws Exception {
        begin();
        assertThat(complete()).isTrue();

        assertThat(TwoServers.read(program, tenant.place(), TITLES)).hasSize(50);
        assertThatThrownBy(() -> TwoServers.canWrite(database, tenant.schema()))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        var spares = program.bean(SpareSchemas.class);
        assertThat(spares.list(tenant.id())).containsExactly(tenant.place());
        program.bean(MovableClock.class).advance(SpareSchemas.KEPT.plus(Duration.ofHours(1)));
        assertThat(spares.over()).containsExactly(tenant.schema());
    }

    @Test
    void aCountyThatMayOnlyReadStillMayOnlyReadAndMovesBackLater() throws Exception {
        var closed = program.bean(Transition.class)
                .make(TenantAction.CLOSE, tenant.id(), tenant.version(), "Prüfung", Program.TESTER);
        begin();
        assertThat(complete()).isTrue();
        assertThat(now().state()).isEqualTo(TenantState.READ_ONLY);

        moves().begin(tenant.id(), now().version(), new Moves.Wish(closed.slug(), "default"), Program.TESTER);
        assertThat(complete()).isTrue();
        assertThat(now().dataSource()).isEqualTo("default");
        assertThat(now().state()).isEqualTo(TenantState.READ_ONLY);
        assertThat(now().schema()).isNotEqualTo(tenant.schema());
        assertThat(TwoServers.read(program, now().place(), TITLES)).hasSize(50);
    }

    @Test
    void noWriteThatWasAcknowledgedIsLostOrDoubledAndNoneIsPossibleAfterTheLock() throws Exception {
        begin();
        var begun = new CountDownLatch(WRITERS);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            var writers = new ArrayList<Future<List<String>>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var name = "Schreiber " + writer + " ";
                writers.add(threads.submit(() -> writeUntilRefused(name, begun)));
            }
            begun.await();
            assertThat(complete()).isTrue();

            var acknowledged = new ArrayList<String>();
            for (var writer : writers) {
                acknowledged.addAll(writer.get());
            }
            assertThat(acknowledged).isNotEmpty();
            assertThat(TwoServers.read(
                            program, now().place(), "SELECT title FROM concept WHERE title LIKE 'Schreiber%'"))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    /** A replica of the platform that has never heard of the move: it believes that it may write. */
    private List<String> writeUntilRefused(String name, CountDownLatch begun) throws SQLException {
        var acknowledged = new ArrayList<String>();
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD)) {
            platform.setAutoCommit(false);
            for (var number = 0; true; number++) {
                TwoServers.write(platform, tenant.schema(), name + number);
                platform.commit();
                acknowledged.add(name + number);
                if (number == 0) {
                    begun.countDown();
                }
            }
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("42501");
            return acknowledged;
        }
    }

    @Test
    void aTransactionThatIsUnderWayEndsBeforeTheCopyAndIsInIt() throws Exception {
        begin();
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var threads = Executors.newSingleThreadExecutor()) {
            platform.setAutoCommit(false);
            TwoServers.write(platform, tenant.schema(), "gerade noch");
            var move = threads.submit(this::complete);
            while (!isWaitingForTheTable()) {
                Thread.onSpinWait();
            }
            assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.LOCK);
            platform.commit();
            assertThat(move.get()).isTrue();
        }
        assertThat(TwoServers.read(program, now().place(), TITLES)).contains("gerade noch");
    }

    @Test
    void aMailThatIsBeingSentIsNotedFirstSoThatItGoesOutOnce() throws Exception {
        program.execute(tenant, TwoServers.MAIL_UNDER_WAY);
        begin();
        setOut();
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        assertThat(advance("run")).isEqualTo(Moving.Outcome.WAITING);
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("LOCK TABLE " + tenant.schema() + ".concept IN ROW EXCLUSIVE MODE");
            assertThat(advance("run")).as("no table is locked a second time").isEqualTo(Moving.Outcome.WAITING);
            superuser.rollback();
        }
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var statement = platform.createStatement()) {
            statement.execute("SET ROLE " + tenant.schema());
            assertThat(statement.executeUpdate(
                            "UPDATE " + tenant.schema() + ".mail_outbox SET state = 'sent', body = ''"))
                    .isEqualTo(1);
        }
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        assertThat(complete()).isFalse();
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(complete()).isTrue();
        assertThat(TwoServers.read(program, now().place(), "SELECT state FROM mail_outbox"))
                .containsExactly("sent");
    }

    @Test
    void calledOffBeforeTheSwitchTheCountyIsAsBefore() throws Exception {
        begin();
        setOut();
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        assertThatThrownBy(() -> TwoServers.canWrite(database, tenant.schema())).isInstanceOf(SQLException.class);
        moves().cancel(tenant.id(), Program.TESTER);
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(complete()).isTrue();

        assertThat(now().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(now().place()).isEqualTo(tenant.place());
        assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.TAKEN_BACK);
        assertThat(TwoServers.canWrite(database, tenant.schema())).isTrue();
        assertThat(program.examine().findings()).isEmpty();
        assertThatThrownBy(() -> moves().cancel(tenant.id(), Program.TESTER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.status().getCode()).isEqualTo(409));
    }

    @Test
    void aTargetThatDoesNotAnswerTakesTheCountyBackByItself() throws Exception {
        begin();
        SECOND.stop();
        try {
            assertThat(complete()).isFalse();
            assertThat(complete()).isFalse();
            assertThat(moves().get(tenant.id()).attempts())
                    .as("waits before it is tried again")
                    .isEqualTo(1);
            assertThat(moving().unfinished()).isEmpty();
            program.bean(MovableClock.class).advance(Move.LONGEST_DISTANCE);
            assertThat(moving().unfinished()).containsExactly(tenant.id());
            for (var attempt = 1; attempt < Move.MOST_ATTEMPTS; attempt++) {
                assertThat(complete()).isFalse();
                program.bean(MovableClock.class).advance(Move.LONGEST_DISTANCE);
            }
            assertThat(complete()).isTrue();
        } finally {
            SECOND.startAgain();
        }
        assertThat(now().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(now().place()).isEqualTo(tenant.place());
        assertThat(moves().get(tenant.id()).lastError()).startsWith("SQLSTATE 08");
        assertThat(TwoServers.canWrite(database, tenant.schema())).isTrue();
    }

    @Test
    void aCountyWhoseRowsBreakANewRuleIsTakenBackWithItsTablesAndMovesNoMore() throws Exception {
        begin();
        setOut();
        program.close();
        var settings = new HashMap<>(TwoServers.settings(SECOND, 3));
        settings.put(
                "test.later-change",
                "CREATE TABLE later (id uuid PRIMARY KEY);"
                        + " ALTER TABLE concept ADD CONSTRAINT no_concept CHECK (title NOT LIKE 'Konzept%');");
        program = Program.with(database, settings);
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        for (var attempt = 0; attempt < Move.MOST_ATTEMPTS; attempt++) {
            assertThat(complete()).isFalse();
            program.bean(MovableClock.class).advance(Move.LONGEST_DISTANCE);
        }
        assertThat(moves().get(tenant.id()).lastError()).isEqualTo("SQLSTATE 23514");
        assertThat(complete()).isTrue();

        assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.TAKEN_BACK);
        assertThat(now().state()).isEqualTo(TenantState.ACTIVE);
        assertThat(now().place()).isEqualTo(tenant.place());
        assertThat(now().schemaVersion()).isEqualTo(tenant.schemaVersion());
        assertThat(TwoServers.canWrite(database, tenant.schema())).isTrue();
        assertThatThrownBy(this::begin).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.status().getCode()).isEqualTo(409);
            assertThat(refused.sentence(new Texts())).contains("Version dieses Programms");
        });
        assertThat(now().state()).isEqualTo(TenantState.ACTIVE);
    }

    @Test
    void whatCannotBeIsRefusedWithoutAChange() {
        assertRefused(422, tenant, new Moves.Wish("falsch", "zwei"));
        assertRefused(422, tenant, new Moves.Wish(tenant.slug(), "default"));
        assertRefused(422, tenant, new Moves.Wish(tenant.slug(), "drei"));
        begin();
        assertRefused(409, now(), new Moves.Wish(tenant.slug(), "zwei"));
        var suspended = program.bean(Transition.class)
                .make(TenantAction.SUSPEND, other.id(), other.version(), "Prüfung", Program.TESTER);
        assertRefused(409, suspended, new Moves.Wish(other.slug(), "zwei"));
        assertThat(program.bean(Tenants.class).get(other.id())).isEqualTo(suspended);
    }

    @Test
    void anOldPlaceThatSomebodyRemovedByHandHoldsNoMoveUp() throws Exception {
        begin();
        setOut();
        for (var step = 0; step < 3; step++) {
            assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        }
        assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.WITHDRAWAL);
        program.bean(AdminConnections.class).lend("default", connection -> {
            program.bean(WorkspaceSchema.class).drop(connection, tenant.schema());
            return true;
        });
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
        assertThat(moves().get(tenant.id()).step()).isEqualTo(MoveStep.MOVED);
    }

    @Test
    void whoeverWasOvertakenSwitchesNothing() throws Exception {
        begin();
        setOut();
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(advance("slow")).isEqualTo(Moving.Outcome.STEP_DONE);
        program.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(complete()).isTrue();
        var moved = now();
        assertThat(advance("slow")).isEqualTo(Moving.Outcome.FINISHED);
        assertThat(now()).isEqualTo(moved);
    }

    private void assertRefused(int status, Tenant who, Moves.Wish wish) {
        assertThatThrownBy(() -> moves().begin(who.id(), who.version(), wish, Program.TESTER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.status().getCode()).isEqualTo(status));
    }

    private void begin() {
        moves().begin(tenant.id(), now().version(), new Moves.Wish(tenant.slug(), "zwei"), Program.TESTER);
    }

    /** Takes the move up; the lease is that of "run". */
    private void setOut() throws Exception {
        assertThat(advance("run")).isEqualTo(Moving.Outcome.STEP_DONE);
    }

    /** As the job does it. */
    private boolean complete() throws Exception {
        return program.job("move counties", () -> moving().complete(tenant.id()));
    }

    private Moving.Outcome advance(String holder) throws Exception {
        return program.job("move counties", () -> moving().advance(tenant.id(), holder));
    }

    private Moves moves() {
        return program.bean(Moves.class);
    }

    private Moving moving() {
        return program.bean(Moving.class);
    }

    private Tenant now() {
        return program.bean(Tenants.class).get(tenant.id());
    }

    private String digest(Tenant of) throws Exception {
        return program.bean(Export.class)
                .write(of.id(), OutputStream.nullOutputStream(), Program.TESTER)
                .digest();
    }

    private boolean isWaitingForTheTable() throws SQLException {
        try (var superuser = database.superuser();
                var query = superuser.prepareStatement(
                        "SELECT FROM pg_locks WHERE NOT granted AND relation = (? || '.concept')::regclass")) {
            query.setString(1, tenant.schema());
            return query.executeQuery().next();
        }
    }
}
