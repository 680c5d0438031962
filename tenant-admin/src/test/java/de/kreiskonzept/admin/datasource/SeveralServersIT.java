package de.kreiskonzept.admin.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.doctor.Finding;
import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.restore.Restore;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.transfer.Import;
import de.kreiskonzept.foundation.database.DataSourceNotConfigured;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.CountyCatalogue;
import de.kreiskonzept.model.tenant.Occupancy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A console that leads the workspaces of two servers. */
class SeveralServersIT {
    private static final int WAIT = 1_000;

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.emptied();

    @TempDir
    Path folder;

    private DatabaseServer database;
    private Program program;

    @BeforeEach
    void start() throws Exception {
        database = TestServer.another();
        program = program(3, 2);
    }

    @AfterEach
    void stop() throws Exception {
        program.close();
    }

    @Test
    void aNewCountyGoesWhereMostRoomIsAndNowhereWhereAllIsFull() {
        assertThat(program.build(5).stream().map(Tenant::dataSource))
                .containsExactly("default", "default", "zwei", "default", "zwei");
        assertThat(program.bean(Placement.class).list())
                .containsExactly(new Occupancy("default", 3, 3), new Occupancy("zwei", 2, 2));
        var sixth = new CountyRequest(program.bean(CountyCatalogue.class).list().get(5), "Änne Müller", "a@k.example");
        assertThatThrownBy(() -> program.bean(Decision.class).enter(sixth, Program.TESTER))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("data-source-full"));
    }

    @Test
    void aWorkspaceIsBuiltOnItsServerAndTheOtherHasNothingOfIt() throws Exception {
        var there = there();
        assertThat(there.schemaVersion()).isNotNull();
        assertThat(count(SECOND.server(), there)).isEqualTo(1);
        assertThat(count(database, there)).isZero();
        assertThat(accounts(there)).isEqualTo(1);
        assertThat(program.examine().findings()).isEmpty();
        try (var platform = SECOND.server().as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var statement = platform.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT FROM " + there.schema() + ".identity_account"))
                    .isInstanceOf(SQLException.class);
            statement.execute("SET ROLE " + there.schema());
            statement.execute("SELECT FROM " + there.schema() + ".identity_account");
        }
    }

    @Test
    void aCountyThereIsExportedRestoredAndImportedLikeAnyOther() throws Exception {
        var there = there();
        var file = folder.resolve("kreis.zip");
        try (var out = Files.newOutputStream(file)) {
            program.bean(Export.class).write(there.id(), out, Program.TESTER);
        }
        forgetAccounts(there);
        var restored = program.bean(Restore.class).restore(there.id(), file, Program.TESTER);
        assertThat(restored.dataSource()).isEqualTo("zwei");
        assertThat(restored.schema()).isNotEqualTo(there.schema());
        assertThat(accounts(restored)).isEqualTo(1);
        assertThat(program.bean(SpareSchemas.class).list(there.id())).containsExactly(there.place());
        assertThat(program.bean(Restore.class).dropPrevious(there.id(), Program.TESTER))
                .isEqualTo(1);
        assertThat(count(SECOND.server(), there)).isZero();

        var imported = program.bean(Import.class).read(file, "08336", Program.TESTER, rows -> {});
        assertThat(accounts(imported)).isEqualTo(1);
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void aServerThatIsSilentIsSaidAndKeepsNobodyElseWaiting() throws Exception {
        var there = there();
        SECOND.stop();
        try {
            var report = program.examine();
            assertThat(report.findings())
                    .containsExactly(
                            new Finding(Finding.Kind.UNREACHABLE, there.id(), there.name(), there.schema(), List.of()));
            assertThat(program.bean(Inspection.class).list())
                    .containsExactly(
                            new DataSourceStatus(new Occupancy("default", 2, 3), List.of()),
                            new DataSourceStatus(new Occupancy("zwei", 1, 2), List.of(Lack.CONNECTION)));
        } finally {
            SECOND.startAgain();
        }
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void aServerThatTheSettingsDoNotNameIsAClearError() throws Exception {
        var there = there();
        program.close();
        program = Program.current(database);
        assertThatThrownBy(() -> program.bean(AdminConnections.class).inWorkspace(there.place(), connection -> 1))
                .isInstanceOf(DataSourceNotConfigured.class)
                .hasMessage("KK_DATA_SOURCES does not name the data source zwei");
        assertThat(program.examine().findings())
                .containsExactly(
                        new Finding(Finding.Kind.UNREACHABLE, there.id(), there.name(), there.schema(), List.of()));
    }

    @Test
    void aDatabaseThatWasNotPreparedSaysWhatItLacksAndGetsNobody() throws Exception {
        try (var superuser = SECOND.server().superuser();
                var statement = superuser.createStatement()) {
            statement.execute("CREATE DATABASE leer ENCODING 'UTF8' TEMPLATE template0");
        }
        program.close();
        var bare = SECOND.setting("leer", 1).replace("/" + DatabaseServer.DATABASE, "/leer");
        program = Program.with(database, Map.of("kreiskonzept.data-sources", bare, "kreiskonzept.capacity", 1));
        assertThat(program.bean(Inspection.class).list().getLast().lacks()).containsExactly(Lack.ADMIN);
        var here = program.build(1).getFirst();
        assertThat(program.bean(Moves.class).targets(here)).isEmpty();
        assertThatThrownBy(() -> program.enter(1))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("data-source-full"));
    }

    /** The third of three counties. */
    private Tenant there() {
        var there = program.build(3).getLast();
        assertThat(there.dataSource()).isEqualTo("zwei");
        return program.bean(Tenants.class).get(there.id());
    }

    private Program program(int here, int there) {
        return Program.with(
                database,
                Map.of(
                        "kreiskonzept.capacity",
                        here,
                        "kreiskonzept.data-sources",
                        SECOND.setting("zwei", there),
                        "datasources.default.connection-timeout",
                        WAIT));
    }

    private static long count(DatabaseServer server, Tenant tenant) throws SQLException {
        try (var superuser = server.superuser();
                var query = superuser.prepareStatement("SELECT count(*) FROM pg_namespace WHERE nspname = ?")) {
            query.setString(1, tenant.schema());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long accounts(Tenant tenant) throws SQLException {
        return program.bean(AdminConnections.class).inWorkspace(tenant.place(), connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM identity_account")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void forgetAccounts(Tenant tenant) throws SQLException {
        program.bean(AdminConnections.class).inWorkspace(tenant.place(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("DELETE FROM identity_ticket; DELETE FROM identity_account");
            }
        });
    }
}
