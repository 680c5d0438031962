package de.kreiskonzept.admin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.TestTicker;
import de.kreiskonzept.admin.migration.Migration;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.BrokenTrails;
import de.kreiskonzept.foundation.audit.Verification;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.Slug;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class RegistryGaugesIT {
    private final ConsoleUnderTest console;

    RegistryGaugesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void countsTenantsByStateAndReadsTheRegistryOnceInTenSeconds() {
        later();
        double before = requested();
        var county = console.county();
        console.bean(Tenants.class)
                .create(county, new Slug("gauge-" + county.ags().text()), Actor.without("Prüfung"), "")
                .orElseThrow();

        assertThat(requested()).isEqualTo(before);
        later();
        assertThat(requested()).isEqualTo(before + 1);
    }

    @Test
    void tellsHowFarAllWorkspacesAreAndHowManyRunsHaveBuiltThem() throws Exception {
        later();
        double current = migrated("current");
        double open = migrated("open");
        long runs = runs();
        var tenant = built();
        later();
        assertThat(migrated("current")).isEqualTo(current + 1);
        assertThat(runs()).isEqualTo(runs + 1);

        makeEarlier(tenant);
        console.bean(MigrationProgress.class).begin(Program.TESTER);
        later();
        assertThat(migrated("current")).isEqualTo(current);
        assertThat(migrated("open")).isEqualTo(open + 1);
        assertThat(running()).isOne();

        assertThat(console.bean(Migration.class).work(1)).isTrue();
        later();
        assertThat(migrated("current")).isGreaterThanOrEqualTo(current + 1);
        assertThat(migrated("open")).isZero();
        assertThat(running()).isZero();
    }

    private UUID built() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        assertThat(console.bean(Provisioning.class).complete(id)).isTrue();
        return id;
    }

    private static void makeEarlier(UUID tenant) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var update = superuser.prepareStatement(
                        "UPDATE registry.tenant SET schema_version = 'earlier' WHERE id = ?")) {
            update.setObject(1, tenant);
            update.executeUpdate();
        }
    }

    private double migrated(String state) {
        return gauge("kreiskonzept.migration.workspaces", state);
    }

    private double running() {
        return console.bean(MeterRegistry.class)
                .get("kreiskonzept.migration.running")
                .gauge()
                .value();
    }

    private long runs() {
        return console.bean(MeterRegistry.class)
                .get("kreiskonzept.provisioning")
                .tag("outcome", "finished")
                .timer()
                .count();
    }

    @Test
    void countsTrailsThatAreBrokenUntilTheyAreWholeAgain() {
        var trails = console.bean(BrokenTrails.class);
        trails.note("one", new Verification.Intact(3));
        assertThat(broken()).isZero();
        trails.note("one", new Verification.Broken(2));
        assertThat(broken()).isOne();
        trails.note("one", new Verification.Intact(3));
        assertThat(broken()).isZero();
    }

    private double broken() {
        return console.bean(MeterRegistry.class)
                .get("kreiskonzept.audit.broken")
                .gauge()
                .value();
    }

    private void later() {
        console.bean(TestTicker.class).jump(Duration.ofSeconds(11));
    }

    private double requested() {
        return gauge("kreiskonzept.tenants", "requested");
    }

    private double gauge(String name, String state) {
        return console.bean(MeterRegistry.class)
                .get(name)
                .tag("state", state)
                .gauge()
                .value();
    }
}
