package de.kreiskonzept.admin.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.OwnProcess;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The data of counties are removed by processes that are killed (kill -9), and removed on by others. */
class KilledErasureIT {
    private static final int RANDOM_KILLS = 3;
    private static final int LATEST_KILL_MILLIS = 400;
    private static final long WAITED = Duration.ofDays(31).toSeconds();

    /** Longer than a lease. */
    private static final int AHEAD_SECONDS = 61;

    private DatabaseServer database;
    private Program program;
    private int started;

    @BeforeEach
    void start() throws SQLException {
        database = TestServer.another();
        program = Program.current(database);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void isCompleteOnceAfterADeathWithinEachStep() throws Exception {
        var tenants = settled(ErasureStep.values().length + 1);
        var staying = tenants.removeLast();
        start("stop", tenants).kill(ErasingProcess.READY, 0);
        for (var tenant : tenants) {
            assertThat(isSeen(tenant)).isFalse();
        }
        assertThat(start("erase", tenants).said()).contains(ErasingProcess.DONE);
        areGoneOnce(tenants);
        assertThat(program.read(staying, "SELECT count(*) FROM identity_account"))
                .containsExactly("1");
    }

    @Test
    void isCompleteOnceAfterDeathsAtAnyMoment() throws Exception {
        var tenants = settled(3);
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < RANDOM_KILLS; round++) {
            start("erase", tenants).kill(ErasingProcess.READY, random.nextInt(LATEST_KILL_MILLIS));
        }
        assertThat(start("erase", tenants).said()).as("seed " + seed).contains(ErasingProcess.DONE);
        areGoneOnce(tenants);
    }

    private List<Tenant> settled(int number) throws IOException, SQLException {
        var tenants = new ArrayList<>(program.build(number));
        for (var tenant : tenants) {
            Settled.settle(program, tenant);
        }
        return tenants;
    }

    private OwnProcess start(String work, List<Tenant> tenants) throws IOException {
        started++;
        var arguments = new ArrayList<>(List.of(Long.toString(WAITED + (long) started * AHEAD_SECONDS), work));
        tenants.forEach(tenant -> arguments.add(tenant.id().toString()));
        return OwnProcess.start(ErasingProcess.class, database, arguments);
    }

    private void areGoneOnce(List<Tenant> tenants) throws Exception {
        for (var tenant : tenants) {
            assertThat(program.bean(Tenants.class).get(tenant.id()).state()).isEqualTo(TenantState.DELETED);
            assertThat(program.bean(Tenants.class).events(tenant.id()).stream()
                            .map(TenantEvent::to)
                            .filter(TenantState.DELETED::equals))
                    .hasSize(1);
            assertThat(program.bean(Certificates.class).get(tenant.id()).tables())
                    .contains(new Certificate.Table("identity_account", 1));
        }
        assertThat(program.examine().findings()).isEmpty();
    }

    private boolean isSeen(Tenant tenant) throws SQLException {
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var query = platform.prepareStatement("SELECT FROM registry.workspace WHERE id = ?")) {
            query.setObject(1, tenant.id());
            return query.executeQuery().next();
        }
    }
}
