package de.kreiskonzept.admin.migration;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The migration on the page and by REST: begun by operators, watched by all people of the provider. */
@ExtendWith(ConsoleUnderTest.Given.class)
class MigrationPagesIT {
    private final ConsoleUnderTest console;

    MigrationPagesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void anOperatorBeginsAndWatchesOnThePage() throws Exception {
        makeEarlier(built());
        var browser = console.browser("operator");
        assertThat(browser.get("/aktualisierung").body()).contains("Alle Arbeitsbereiche aktualisieren");
        assertThat(browser.post("/aktualisierung", Map.of()).statusCode()).isEqualTo(303);
        var underWay = browser.get("/aktualisierung");
        assertThat(underWay.body()).contains("Die Aktualisierung läuft", "<progress");
        assertThat(underWay.headers().firstValue("Refresh")).contains("2");

        assertThat(console.bean(Migration.class).work(1)).isTrue();
        var done = browser.get("/aktualisierung");
        assertThat(done.body())
                .contains("Alle Arbeitsbereiche haben die Version dieses Programms")
                .doesNotContain("Alle Arbeitsbereiche aktualisieren");
        assertThat(done.headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void saysHowLongTheRestTakesAsFastAsItWasSoFar() throws Exception {
        console.bean(MigrationProgress.class).begin(Program.TESTER);
        assertThat(console.bean(Migration.class).work(1)).isTrue();
        var done = built();
        for (var tenant : List.of(done, built(), built())) {
            makeEarlier(tenant);
        }
        console.bean(MigrationProgress.class).begin(Program.TESTER);
        execute("UPDATE registry.tenant SET schema_version = '%s' WHERE id = '%s'"
                .formatted(console.bean(WorkspaceSchema.class).version(), done.id()));
        console.bean(MovableClock.class).advance(Duration.ofSeconds(40));
        try {
            assertThat(console.get("/api/v1/migration", "support").body())
                    .containsPattern("\"planned\":3,\"handled\":1,\"secondsLeft\":8\\d\\D");
            assertThat(console.browser("support").get("/aktualisierung").body())
                    .containsPattern("noch etwa 8\\d Sekunden");
        } finally {
            console.bean(MovableClock.class).reset();
        }
        assertThat(console.bean(Migration.class).work(1)).isTrue();
    }

    @Test
    void programsBeginItAndSeeWhatWasSetAside() throws Exception {
        var tenant = built();
        makeEarlier(tenant);
        addUnknownChange(tenant);
        var begun = console.post("/api/v1/migration", "operator", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.body()).contains("\"finishedAt\":null");
        assertThat(console.bean(Migration.class).work(1)).isTrue();
        assertThat(console.get("/api/v1/migration", "support").body())
                .contains("unknown changeset strange.sql::strange::nobody", tenant.name());
        assertThat(console.browser("support").get("/aktualisierung").body())
                .contains("unknown changeset strange.sql::strange::nobody")
                .doesNotContain("Alle Arbeitsbereiche aktualisieren");

        removeUnknownChange(tenant);
        console.bean(MigrationProgress.class).begin(Program.TESTER);
        assertThat(console.bean(Migration.class).work(1)).isTrue();
    }

    @Test
    void supportBeginsNothing() {
        assertThat(console.post("/api/v1/migration", "support", "{}").statusCode())
                .isEqualTo(403);
        var browser = console.browser("support");
        browser.get("/aktualisierung");
        assertThat(browser.post("/aktualisierung", Map.of()).statusCode()).isEqualTo(403);
    }

    private Tenant built() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        console.bean(Provisioning.class).complete(id);
        return console.bean(Tenants.class).get(id);
    }

    private static void makeEarlier(Tenant tenant) throws SQLException {
        execute("UPDATE registry.tenant SET schema_version = 'earlier' WHERE id = '" + tenant.id() + "'");
    }

    private static void addUnknownChange(Tenant tenant) throws SQLException {
        execute("INSERT INTO %s.databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                        .formatted(tenant.schema())
                + " VALUES ('strange', 'nobody', 'strange.sql', now(), 1, 'EXECUTED')");
    }

    private static void removeUnknownChange(Tenant tenant) throws SQLException {
        execute("DELETE FROM %s.databasechangelog WHERE id = 'strange'".formatted(tenant.schema()));
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
