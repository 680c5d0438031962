package de.kreiskonzept.admin.move;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.OwnProcess;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A county is moved by processes that are killed (kill -9); others go on. */
class KilledMoveIT {
    private static final String COUNT = "SELECT count(*) FROM concept";
    private static final int RANDOM_KILLS = 3;
    private static final int LATEST_KILL_MILLIS = 1_500;

    /** Longer than a lease. */
    private static final int AHEAD_SECONDS = 61;

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    private int started;

    @Test
    void nothingIsHalfThereAndNothingIsLostAfterDeathsAtAnyMoment() throws Exception {
        var database = TestServer.another();
        try (var program = Program.with(database, TwoServers.settings(SECOND, 3))) {
            var tenant = program.build(1).getFirst();
            program.execute(
                    tenant,
                    "INSERT INTO concept SELECT gen_random_uuid(), repeat('Konzept ', 200), now(), now(), 0"
                            + " FROM generate_series(1, 20000)");
            var moves = program.bean(Moves.class);
            moves.begin(tenant.id(), tenant.version(), new Moves.Wish(tenant.slug(), "zwei"), Program.TESTER);

            killInTheMiddleOfTheCopy(database, tenant, moves);
            assertThat(program.bean(Tenants.class).get(tenant.id()).place()).isEqualTo(tenant.place());
            assertThat(program.examine().findings()).isEmpty();
            var seed = System.nanoTime();
            var random = new Random(seed);
            for (var round = 0; round < RANDOM_KILLS; round++) {
                start(database, tenant).kill(MovingProcess.READY, random.nextInt(LATEST_KILL_MILLIS));
            }
            assertThat(start(database, tenant).said()).as("seed " + seed).contains(MovingProcess.DONE);

            var moved = program.bean(Tenants.class).get(tenant.id());
            assertThat(moved.dataSource()).isEqualTo("zwei");
            assertThat(moved.state()).isEqualTo(TenantState.ACTIVE);
            assertThat(TwoServers.read(program, moved.place(), COUNT)).containsExactly("20000");
            assertThat(program.examine().findings()).isEmpty();
            clean(program);
            assertThat(TwoServers.schemas(SECOND.server())).containsExactly(moved.schema());
            assertThat(TwoServers.schemas(database)).isEmpty();
        }
    }

    private void killInTheMiddleOfTheCopy(DatabaseServer database, Tenant tenant, Moves moves) throws Exception {
        var process = start(database, tenant);
        process.awaitSentence(MovingProcess.READY);
        while (moves.get(tenant.id()).toSchema() == null) {
            Thread.onSpinWait();
        }
        process.kill();
        assertThat(moves.get(tenant.id()).step()).isEqualTo(MoveStep.COPY);
    }

    /** Removes what is spare, of however many attempts. */
    private static void clean(Program program) throws Exception {
        program.bean(MovableClock.class).advance(SpareSchemas.KEPT.plus(Duration.ofDays(1)));
        for (var name : program.bean(SpareSchemas.class).over()) {
            assertThat(program.bean(SpareRemoval.class).remove(name)).isTrue();
        }
    }

    private OwnProcess start(DatabaseServer database, Tenant tenant) throws Exception {
        started++;
        return OwnProcess.start(
                MovingProcess.class,
                database,
                List.of(
                        Integer.toString(started * AHEAD_SECONDS),
                        SECOND.setting("zwei", 3),
                        tenant.id().toString()));
    }
}
