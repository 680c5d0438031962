package de.kreiskonzept.admin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.TestTicker;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.BrokenTrails;
import de.kreiskonzept.foundation.audit.Verification;
import de.kreiskonzept.model.tenant.Slug;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
    void tellsHowFarAllWorkspacesAre() {
        later();
        assertThat(gauge("kreiskonzept.migration.workspaces", "current")).isNotNegative();
        assertThat(gauge("kreiskonzept.migration.workspaces", "open")).isNotNegative();
        assertThat(gauge("kreiskonzept.migration.workspaces", "set-aside")).isNotNegative();
        assertThat(console.bean(MeterRegistry.class)
                        .get("kreiskonzept.migration.running")
                        .gauge()
                        .value())
                .isBetween(0.0, 1.0);
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
