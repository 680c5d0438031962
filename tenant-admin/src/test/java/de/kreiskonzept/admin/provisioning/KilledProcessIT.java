package de.kreiskonzept.admin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.OwnProcess;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.TenantEvent;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workspaces are built by processes that are killed (kill -9), and built on by others. */
@ExtendWith(ConsoleUnderTest.Given.class)
class KilledProcessIT {
    private static final Actor TESTER = Actor.without("Test");

    /** Longer than a lease, so that the next process need not wait for that of a dead one. */
    private static final int AHEAD_SECONDS = 61;

    private final ConsoleUnderTest console;
    private final Tenants tenants;
    private int started;

    KilledProcessIT(ConsoleUnderTest console) {
        this.console = console;
        this.tenants = console.bean(Tenants.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void isCompleteOnceAfterADeathWithinEachStep() throws Exception {
        var built = approved(Step.values().length);
        start("stop", built).kill(BuildingProcess.READY, 0);
        built.forEach(this::isNotSeen);
        runToTheEnd(built);
        for (var tenant : built) {
            isCompleteOnce(tenant);
        }
    }

    private void runToTheEnd(List<Tenant> built) throws Exception {
        assertThat(start("build", built).said()).contains(BuildingProcess.DONE);
    }

    private OwnProcess start(String work, List<Tenant> built) throws IOException {
        started++;
        var arguments = new ArrayList<>(List.of(Integer.toString(started * AHEAD_SECONDS), work));
        built.forEach(tenant -> arguments.add(tenant.id().toString()));
        return OwnProcess.start(BuildingProcess.class, TestServer.shared(), arguments);
    }

    private List<Tenant> approved(int count) {
        return Stream.generate(console::county)
                .limit(count)
                .map(county -> new CountyRequest(county, "Änne Müller", "integration@k" + county.ags() + ".example"))
                .map(request ->
                        console.bean(Decision.class).enter(request, TESTER).tenantId())
                .map(Objects::requireNonNull)
                .map(tenants::get)
                .toList();
    }

    private void isNotSeen(Tenant tenant) {
        assertThat(isSeen(tenant)).isFalse();
    }

    private static boolean isSeen(Tenant tenant) {
        try (var platform = TestServer.platform();
                var query = platform.prepareStatement("SELECT FROM registry.workspace WHERE id = ?")) {
            query.setObject(1, tenant.id());
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isCompleteOnce(Tenant tenant) throws Exception {
        assertThat(tenants.get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(tenants.events(tenant.id()).stream().map(TenantEvent::to).filter(TenantState.ACTIVE::equals))
                .hasSize(1);
        assertThat(console.bean(Progress.class).list(tenant.id()))
                .allSatisfy(step -> assertThat(step.doneAt()).isNotNull());
        assertThat(console.rows(tenant.id(), "identity_account")).isEqualTo(1);
        assertThat(console.rows(tenant.id(), "identity_ticket")).isEqualTo(1);
        console.bean(MovableClock.class).advance(Duration.ofSeconds((long) AHEAD_SECONDS * (started + 1)));
        assertThat(console.mails("integration@k" + tenant.ags() + ".example")).hasSize(1);
        console.bean(MovableClock.class).reset();
        isOpenToThePlatform(tenant);
    }

    private static void isOpenToThePlatform(Tenant tenant) throws SQLException {
        try (var platform = TestServer.platform();
                var statement = platform.createStatement()) {
            statement.execute("SET ROLE " + tenant.schema());
            var accounts = statement.executeQuery("SELECT count(*) FROM " + tenant.schema() + ".identity_account");
            assertThat(accounts.next()).isTrue();
            assertThat(accounts.getInt(1)).isEqualTo(1);
        }
    }
}
