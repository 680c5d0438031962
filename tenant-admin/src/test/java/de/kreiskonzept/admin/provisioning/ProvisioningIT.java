package de.kreiskonzept.admin.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.provisioning.Provisioning.Outcome;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.signup.Signups;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(ConsoleUnderTest.Given.class)
class ProvisioningIT {
    private static final Actor TESTER = Actor.without("Test");

    private final ConsoleUnderTest console;
    private final Provisioning provisioning;
    private final Progress progress;
    private final Building building;

    ProvisioningIT(ConsoleUnderTest console) {
        this.console = console;
        this.provisioning = console.bean(Provisioning.class);
        this.progress = console.bean(Progress.class);
        this.building = console.bean(Building.class);
    }

    @AfterEach
    void backToTheTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void goesOnAfterACrashBetweenAStepAndItsNote(Step step) throws Exception {
        var tenant = approved();
        for (var before = 0; before < step.ordinal(); before++) {
            assertThat(advance(tenant, "a process that died")).isEqualTo(Outcome.STEP_DONE);
        }
        doWithoutNote(tenant, step);
        assertThat(visible(tenant)).isFalse();

        assertThat(complete(tenant)).isFalse();
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(complete(tenant)).isTrue();
        assertThat(console.bean(Tenants.class).get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(visible(tenant)).isTrue();
        assertThat(console.rows(tenant.id(), "identity_account")).isEqualTo(1);
        assertThat(console.rows(tenant.id(), "identity_ticket")).isEqualTo(1);
        assertThat(console.mails(address(tenant))).hasSize(1);
        assertThat(progress.list(tenant.id()))
                .allSatisfy(done -> assertThat(done.doneAt()).isNotNull());
    }

    /** What a process does that dies right after the step: it has claimed it and done it, but noted nothing. */
    private void doWithoutNote(Tenant tenant, Step step) throws SQLException {
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(progress.claim(tenant.id(), "a process that died")).isInstanceOf(Progress.Claim.Work.class);
        var signup = console.bean(Signups.class).findByTenant(tenant.id()).orElseThrow();
        switch (step) {
            case ROLE -> building.createRole(tenant);
            case SCHEMA -> building.createSchema(tenant);
            case GRANTS -> building.grant(tenant);
            case SEED -> building.seed(tenant, signup);
            case ACTIVATION ->
                building.invite(tenant, signup, new byte[32], OffsetDateTime.now(console.bean(Clock.class)));
        }
    }

    @RepeatedTest(5)
    void buildsOnceWhenManyWorkAtIt() throws Exception {
        var tenant = approved();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 6; i++) {
                threads.submit(() -> complete(tenant));
            }
        }
        assertThat(complete(tenant)).isTrue();
        assertThat(console.rows(tenant.id(), "identity_account")).isEqualTo(1);
        assertThat(console.mails(address(tenant))).hasSize(1);
    }

    @Test
    void leavesTheWorkToWhoHasTakenItOver() throws Exception {
        var tenant = approved();
        for (var step = Step.ROLE; step != Step.ACTIVATION; step = Step.values()[step.ordinal() + 1]) {
            assertThat(advance(tenant, "slow")).isEqualTo(Outcome.STEP_DONE);
        }
        var slow = (Progress.Claim.Work) progress.claim(tenant.id(), "slow");
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        assertThat(complete(tenant)).isTrue();

        var signup = console.bean(Signups.class).findByTenant(tenant.id()).orElseThrow();
        building.invite(tenant, signup, new byte[32], slow.at());
        assertThat(progress.activate(slow, () -> {
                    throw new AssertionError("a second invitation");
                }))
                .isFalse();
        progress.failed(slow, "too late");
        assertThat(console.bean(Tenants.class).get(tenant.id()).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(console.rows(tenant.id(), "identity_ticket")).isEqualTo(2);
        assertThat(console.mails(address(tenant))).hasSize(1);
    }

    @Test
    void waitsForAnOperatorAfterFiveFailuresAndGoesOnThen() throws Exception {
        var tenant = approved();
        assertThat(advance(tenant, "first")).isEqualTo(Outcome.STEP_DONE);
        console.bean(MovableClock.class).advance(Duration.ofSeconds(61));
        execute("REVOKE kk_owner FROM kk_admin");
        try {
            for (var attempt = 0; attempt < 5; attempt++) {
                assertThat(complete(tenant)).isFalse();
            }
        } finally {
            execute("GRANT kk_owner TO kk_admin WITH INHERIT FALSE, SET TRUE");
        }
        assertThat(console.bean(Tenants.class).get(tenant.id()).state()).isEqualTo(TenantState.FAILED);
        assertThat(progress.list(tenant.id()).get(1).lastError()).startsWith("SQLSTATE ");
        assertThat(console.bean(Tenants.class).events(tenant.id()).getLast().reason())
                .startsWith("Nach 5 Versuchen aufgegeben beim Schritt „Schema und Tabellen“: SQLSTATE ");
        progress.retry(tenant.id(), TESTER);
        assertThat(complete(tenant)).isTrue();
    }

    /** As the job does it. */
    private boolean complete(Tenant tenant) throws Exception {
        return console.job("build workspaces", () -> provisioning.complete(tenant.id()));
    }

    private Outcome advance(Tenant tenant, String holder) throws Exception {
        return console.job("build workspaces", () -> provisioning.advance(tenant.id(), holder));
    }

    private Tenant approved() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "integration@k" + county.ags() + ".example");
        UUID id = console.bean(Decision.class).enter(request, TESTER).tenantId();
        return console.bean(Tenants.class).get(java.util.Objects.requireNonNull(id));
    }

    private static boolean visible(Tenant tenant) throws SQLException {
        try (var platform = TestServer.platform();
                var query = platform.prepareStatement("SELECT FROM registry.workspace WHERE id = ?")) {
            query.setObject(1, tenant.id());
            return query.executeQuery().next();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String address(Tenant tenant) {
        return "integration@k" + tenant.ags() + ".example";
    }
}
