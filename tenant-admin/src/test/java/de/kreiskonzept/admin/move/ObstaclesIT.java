package de.kreiskonzept.admin.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What came between the wish and the turn of a move ends it with a sentence; its county writes all the time, and the move behind it is
 * carried out.
 */
class ObstaclesIT {
    private static final Duration NOT_BELIEVED_ANY_MORE = Duration.ofMinutes(2);
    private static final String CHANGE = "CREATE TABLE later (id uuid PRIMARY KEY);"
            + " ALTER TABLE concept ADD CONSTRAINT no_relic CHECK (title <> 'Altlast');";

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    private DatabaseServer database;
    private Program program;
    private Tenant tenant;
    private Tenant next;

    @BeforeEach
    void start() throws Exception {
        database = TestServer.another();
        program = Program.with(database, TwoServers.settings(SECOND.setting("zwei", 2) + "; " + another()));
        var built = program.build(2);
        tenant = built.getFirst();
        next = built.getLast();
        program.execute(tenant, "INSERT INTO concept VALUES (gen_random_uuid(), 'Altlast', now(), now(), 0)");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void aServerThatIsSilentAtTheTurnEndsTheMove() throws Exception {
        begin(tenant, "zwei");
        begin(next, "drei");
        SECOND.stop();
        try {
            program.bean(MovableClock.class).advance(NOT_BELIEVED_ANY_MORE);
            carryOutWhileTheCountyWrites();
            assertEnded("target-not-ready", "Der neue Datenbankserver antwortet nicht oder ist nicht bereit.");
            assertRefused(422, "Bitte wählen Sie einen anderen Datenbankserver");
        } finally {
            SECOND.startAgain();
        }
        assertThat(now(next).dataSource()).isEqualTo("drei");
    }

    @Test
    void aServerThatIsNoLongerInTheSettingsEndsTheMove() throws Exception {
        begin(tenant, "zwei");
        begin(next, "drei");
        restart(TwoServers.settings(another()));
        carryOutWhileTheCountyWrites();
        assertEnded("target-missing", "Der neue Datenbankserver steht nicht mehr in den Einstellungen.");
        assertThat(now(next).dataSource()).isEqualTo("drei");
    }

    @Test
    void aServerThatTakesFewerCountiesAtTheTurnEndsTheMovesThatAreTooManyAndNoOther() throws Exception {
        begin(tenant, "zwei");
        begin(next, "zwei");
        restart(TwoServers.settings(SECOND, 1));
        carryOutWhileTheCountyWrites();
        assertEnded("target-full", "Auf dem neuen Datenbankserver ist kein Platz mehr.");
        assertThat(now(next).dataSource()).isEqualTo("zwei");
    }

    @Test
    void aCountyThatAMigrationHasSetAsideKeepsNobodyWaiting() throws Exception {
        begin(tenant, "zwei");
        begin(next, "zwei");
        var later = new HashMap<>(TwoServers.settings(SECOND, 2));
        later.put("test.later-change", CHANGE);
        restart(later);
        carryOutWhileTheCountyWrites();
        assertThat(List.of(latest(tenant).step(), latest(next).step()))
                .as("both wait for somebody who begins the migration")
                .containsOnly(MoveStep.PLANNED);

        program.bean(MigrationProgress.class).begin(Program.TESTER);
        assertThat(program.bean(Migration.class).work(1)).isTrue();
        assertThat(program.bean(MigrationProgress.class).status().failures()).hasSize(1);
        carryOutWhileTheCountyWrites();
        assertEnded("set-aside", "Der Arbeitsbereich wurde bei der Aktualisierung zurückgestellt.");
        assertThat(now(next).dataSource()).isEqualTo("zwei");
        assertRefused(409, "Version dieses Programms");
    }

    /** A round of the console; every write of the first county that was acknowledged meanwhile is there, and none was refused. */
    private void carryOutWhileTheCountyWrites() throws Exception {
        var begun = new CountDownLatch(1);
        var isOver = new AtomicBoolean();
        try (var thread = Executors.newSingleThreadExecutor()) {
            var writer = thread.submit(() -> write(begun, isOver));
            try {
                begun.await();
                program.<Boolean>job("move counties", () -> {
                    new Mover(program.bean(Moving.class)).goOn();
                    return true;
                });
            } finally {
                isOver.set(true);
            }
            var acknowledged = writer.get();
            var stored = new HashSet<>(TwoServers.read(program, tenant.place(), "SELECT title FROM concept"));
            assertThat(stored.containsAll(acknowledged)).isTrue();
        }
    }

    private List<String> write(CountDownLatch begun, AtomicBoolean isOver) throws SQLException {
        var acknowledged = new ArrayList<String>();
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD)) {
            platform.setAutoCommit(false);
            for (var number = 0; number == 0 || !isOver.get(); number++) {
                TwoServers.write(platform, tenant.schema(), "Schreiber " + number);
                platform.commit();
                acknowledged.add("Schreiber " + number);
                begun.countDown();
            }
            return acknowledged;
        } finally {
            begun.countDown();
        }
    }

    private void assertEnded(String word, String reason) throws SQLException {
        var move = latest(tenant);
        assertThat(move.step()).isEqualTo(MoveStep.TAKEN_BACK);
        assertThat(move.finishedAt()).isNotNull();
        assertThat(move.reason()).startsWith(reason);
        assertThat(now(tenant)).isEqualTo(tenant);
        try (var superuser = database.superuser();
                var query = superuser.prepareStatement("SELECT actor_name, detail FROM registry.audit_entry"
                        + " WHERE action = 'tenant.move-cancelled' AND subject = ?")) {
            query.setString(1, tenant.id().toString());
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("Umzug", word);
            assertThat(row.next()).as("one entry").isFalse();
        }
    }

    private void assertRefused(int status, String sentence) {
        assertThatThrownBy(() -> begin(tenant, "zwei")).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.status().getCode()).isEqualTo(status);
            assertThat(refused.sentence(new Texts())).contains(sentence);
        });
    }

    /** A third data source, which stands on the server of the registry. */
    private String another() {
        return "drei 2 " + database.url();
    }

    private void restart(Map<String, Object> settings) {
        program.close();
        program = Program.with(database, settings);
    }

    private void begin(Tenant who, String to) {
        program.bean(Moves.class).begin(who.id(), now(who).version(), new Moves.Wish(who.slug(), to), Program.TESTER);
    }

    private Move latest(Tenant of) {
        return program.bean(Moves.class).get(of.id());
    }

    private Tenant now(Tenant of) {
        return program.bean(Tenants.class).get(of.id());
    }
}
