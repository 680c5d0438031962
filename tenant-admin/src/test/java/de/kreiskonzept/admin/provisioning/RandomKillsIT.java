package de.kreiskonzept.admin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.Relay;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thirty processes that build workspaces are killed (kill -9), each at a moment drawn evenly over the time that building one takes. */
class RandomKillsIT {
    private static final int KILLS = 30;

    @Test
    void everyCountyThatWasEnteredIsCompleteOnceAndNothingElseIsLeft() throws Exception {
        var database = TestServer.another();
        var seed = System.nanoTime();
        var random = new Random(seed);
        try (var program = Program.current(database);
                var relay = new Relay(BuildingProcess.class, database, List.of("unfinished"))) {
            var entered = new ArrayList<>(List.of(program.enter(0)));
            var duration = durationOfOne(relay);
            var killed = 0;
            while (killed < KILLS) {
                entered.add(program.enter(entered.size()));
                killed += relay.next(BuildingProcess.READY).killAfter(random.nextLong(duration)) ? 1 : 0;
            }
            assertThat(relay.next(BuildingProcess.READY).said()).contains(BuildingProcess.DONE);
            for (var tenant : entered) {
                isCompleteOnce(program, database, tenant, "seed " + seed);
            }
            assertThat(program.examine().findings()).as("seed " + seed).isEmpty();
            assertThat(count(database, "SELECT count(*) FROM registry.job_lease"))
                    .isZero();
        }
    }

    private static long durationOfOne(Relay relay) throws Exception {
        var process = relay.next(BuildingProcess.READY);
        var begin = System.nanoTime();
        process.awaitSentence(BuildingProcess.DONE);
        return System.nanoTime() - begin;
    }

    private static void isCompleteOnce(Program program, DatabaseServer database, Tenant tenant, String seed)
            throws SQLException {
        assertThat(program.bean(Tenants.class).get(tenant.id()).state())
                .as(seed)
                .isEqualTo(TenantState.ACTIVE);
        assertThat(program.bean(Tenants.class).events(tenant.id()).stream()
                        .map(TenantEvent::to)
                        .filter(TenantState.ACTIVE::equals))
                .as(seed)
                .hasSize(1);
        assertThat(program.bean(Progress.class).list(tenant.id()))
                .as(seed)
                .allSatisfy(step -> assertThat(step.doneAt()).isNotNull());
        assertThat(program.read(tenant, "SELECT email FROM identity_account")).hasSize(1);
        assertThat(program.read(tenant, "SELECT id FROM identity_ticket")).hasSize(1);
        assertThat(count(
                        database,
                        "SELECT count(*) FROM registry.mail_outbox WHERE recipient = 'a@k%s.example'"
                                .formatted(tenant.ags())))
                .as(seed)
                .isEqualTo(1);
    }

    private static long count(DatabaseServer database, String sql) throws SQLException {
        try (var superuser = database.superuser();
                var row = superuser.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
