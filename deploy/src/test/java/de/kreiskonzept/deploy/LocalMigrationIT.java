package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.lifecycle.Entry;
import de.kreiskonzept.admin.migration.MigrationProgress;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DatabaseServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that an earlier program has filled. */
class LocalMigrationIT {
    @TempDir
    Path folder;

    @Test
    void aLocalStartBringsEarlierWorkspacesToItsVersionOrNamesTheOneThatDoesNotFit() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var url = OwnDatabase.on(server.getJdbcUrl("postgres", "postgres"));
            var options = new LocalOptions(folder, FreePorts.first(), false, Optional.of(url), Optional.empty());
            Tenant tenant;
            try (var first = LocalSystem.start(options)) {
                tenant = built(first);
            }
            var schema = tenant.schema();
            execute(
                    url,
                    "DROP TABLE " + schema + ".home_calendar_link; DELETE FROM " + schema
                            + ".databasechangelog WHERE filename LIKE '%calendar-links.sql';"
                            + " UPDATE registry.tenant SET schema_version = 'earlier'");
            try (var second = LocalSystem.start(options)) {
                assertThat(second.console()
                                .getBean(MigrationProgress.class)
                                .status()
                                .isComplete())
                        .isTrue();
                execute(url, "SELECT FROM " + schema + ".home_calendar_link");
            }
            execute(
                    url,
                    "UPDATE " + schema
                            + ".databasechangelog SET id = 'strange' WHERE filename LIKE '%calendar-links.sql';"
                            + " UPDATE registry.tenant SET schema_version = 'earlier'");
            assertThatThrownBy(() -> LocalSystem.start(options))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(tenant.name())
                    .hasMessageContaining("unknown changeset");
        }
    }

    private static Tenant built(LocalSystem system) {
        var form = new Entry.Form("08335", "Ada Amt", "ada@kreis.example");
        var id = system.console().getBean(Entry.class).enter(form, null, Actor.without("Test"));
        while (!system.console().getBean(Provisioning.class).complete(id)) {
            Thread.onSpinWait();
        }
        return system.console().getBean(Tenants.class).get(id);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DatabaseServer.running(url).superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
