package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about all workspaces at once, on a database of their own. */
class ManyWorkspacesIT {
    private DatabaseServer database;
    private String out = "";
    private String err = "";

    @BeforeEach
    void startADatabase() throws SQLException {
        database = TestServer.another();
    }

    @Test
    void migratesAllWorkspacesAndEndsWithOneWhereSomeAreLeft() throws Exception {
        try (var program = Program.current(database)) {
            var tenants = program.build(2);
            assertThat(kk("", "tenant", "migrate")).isZero();
            assertThat(kk("ALTER TABLE concept ADD COLUMN extra text;", "tenant", "migrate", "--dry-run"))
                    .isZero();
            assertThat(out).contains("bring 2 workspaces to version");
            assertThat(kk("ALTER TABLE concept ADD COLUMN extra text;", "tenant", "migrate", "--yes"))
                    .isZero();
            assertThat(program.read(tenants.getFirst(), "SELECT count(extra) FROM concept"))
                    .containsExactly("0");
            assertThat(kk("", "tenant", "migrate", "--yes", "--output", "json")).isEqualTo(1);
            assertThat(out).startsWith("{").contains("\"current\":0", "unknown changeset");
            assertThat(err).contains("set aside: " + tenants.getFirst().name());
        }
    }

    @Test
    void examinesAndRepairsWorkspaces() throws Exception {
        try (var program = Program.current(database)) {
            var tenant = program.build(2).getFirst();
            assertThat(kk("", "tenant", "doctor", "--last"))
                    .as("nobody has yet")
                    .isEqualTo(1);
            assertThat(kk("", "tenant", "doctor")).isZero();
            program.execute(tenant, "REVOKE SELECT ON concept FROM " + tenant.schema());
            assertThat(kk("", "tenant", "doctor", tenant.slug(), "--output", "json"))
                    .isEqualTo(1);
            assertThat(out).contains("\"kind\":\"rights\"", "- right concept county SELECT");
            assertThat(kk("", "tenant", "doctor", "--last"))
                    .as("of all of them")
                    .isZero();
            assertThat(kk("", "tenant", "doctor", "--repair", "--dry-run")).isZero();
            assertThat(kk("", "tenant", "doctor")).isEqualTo(1);
            assertThat(kk("", "tenant", "doctor", "--last", "--output", "json")).isEqualTo(1);
            assertThat(out)
                    .contains("\"underWay\":null", "\"begunBy\":\"Kommandozeile\"", "- right concept county SELECT");
            assertThat(kk("", "tenant", "doctor", "--last", "--repair")).isEqualTo(2);
            assertThat(kk("", "tenant", "doctor", "--repair", "--yes")).isZero();
            assertThat(kk("", "tenant", "doctor")).isZero();
            assertThat(kk("", "tenant", "doctor", "gibt-es-nicht")).isEqualTo(1);
            assertThat(kk("", "audit", "verify")).isZero();
        }
    }

    @Test
    void namesTheFirstEntryOfTheTrailThatSomebodyHasChanged() throws Exception {
        try (var program = Program.current(database)) {
            var tenant = program.build(1).getFirst();
            assertThat(kk("", "audit", "verify")).isZero();
            program.execute(tenant, "UPDATE registry.audit_entry SET actor_name = 'Niemand' WHERE position IN (2, 3)");
            assertThat(kk("", "audit", "verify", "--output", "json")).isEqualTo(1);
            assertThat(out).contains("\"result\":\"broken\"", "\"position\":2");
            program.execute(tenant, "DELETE FROM registry.audit_entry WHERE position = 1");
            assertThat(kk("", "audit", "verify")).isEqualTo(1);
            assertThat(out).contains("broken", "1");
        }
    }

    @Test
    void writesACountyIntoAFileAndMakesAWorkspaceOfIt(@TempDir Path folder) throws Exception {
        try (var program = Program.current(database)) {
            var tenant = program.build(1).getFirst();
            var file = folder.resolve("kreis.zip");
            assertThat(kk("", "tenant", "export", tenant.slug(), file.toString(), "--dry-run"))
                    .isZero();
            assertThat(file).doesNotExist();
            assertThat(kk("", "tenant", "export", tenant.slug(), file.toString(), "--yes", "--output", "json"))
                    .isZero();
            assertThat(out).contains("\"digest\":\"");
            assertThat(folder)
                    .isDirectoryContaining(each -> each.equals(file))
                    .isDirectoryNotContaining("glob:**.part");
            assertThat(kk("", "tenant", "import", file.toString(), "--yes")).isEqualTo(1);
            assertThat(err).contains("hat schon einen Arbeitsbereich");
            assertThat(kk("", "tenant", "import", file.toString(), "--ags", "08335", "--yes"))
                    .isZero();
            assertThat(out).contains("konstanz", "active");
            assertThat(kk("", "tenant", "import", folder.resolve("none").toString(), "--yes"))
                    .isEqualTo(1);
        }
    }

    private int kk(String laterChange, String... args) {
        var settings = ConsoleUnderTest.settings(database.url());
        if (!laterChange.isEmpty()) {
            settings.putAll(Map.of("test.later-change", laterChange));
        }
        var written = new StringWriter();
        var beside = new StringWriter();
        var status = WatchedKk.run(
                () -> Settings.start(settings, "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(written),
                new PrintWriter(beside),
                args);
        out = written.toString();
        err = beside.toString();
        return status;
    }
}
