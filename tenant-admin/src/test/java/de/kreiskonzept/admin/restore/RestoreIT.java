package de.kreiskonzept.admin.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.deletion.Deletions;
import de.kreiskonzept.admin.lifecycle.TenantAction;
import de.kreiskonzept.admin.lifecycle.Transition;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.admin.transfer.Filling;
import de.kreiskonzept.admin.transfer.Import;
import de.kreiskonzept.admin.transfer.Manifest;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One county goes back to an earlier moment, the others do not; on a database of its own. */
class RestoreIT {
    private static final String NAMES = "SELECT title FROM concept";

    @TempDir
    Path folder;

    private DatabaseServer database;
    private Program program;
    private Restore restore;
    private Tenant tenant;
    private Tenant other;
    private Path file;
    private Manifest exported;

    @BeforeEach
    void exportAndChange() throws Exception {
        database = TestServer.another();
        program = Program.current(database);
        restore = program.bean(Restore.class);
        var built = program.build(2);
        tenant = built.getFirst();
        other = built.getLast();
        program.execute(tenant, "INSERT INTO concept VALUES (gen_random_uuid(), 'wie am Abend', now(), now(), 0)");
        file = folder.resolve("kreis.zip");
        exported = export(tenant, file);
        program.execute(tenant, "UPDATE concept SET title = 'verdorben'");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void theContentIsBackAndTheOtherCountyIsUntouched() throws Exception {
        var before = digest(other);
        var restored = restored();
        assertThat(restored.schema()).isNotEqualTo(tenant.schema());
        assertThat(restored.state()).isEqualTo(TenantState.ACTIVE);
        assertThat(program.read(restored, NAMES)).containsExactly("wie am Abend");
        assertThat(digest(restored)).isEqualTo(exported.digest());
        assertThat(digest(other)).isEqualTo(before);
        assertThat(program.bean(Tenants.class).get(other.id())).isEqualTo(other);
        var event = program.bean(Tenants.class).events(tenant.id()).getLast();
        assertThat(event.reason()).startsWith("Wiederhergestellt: Stand vom");
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void thePlatformSeesTheNewSchemaAtOnceAndCannotEnterTheOldOne() throws Exception {
        var restored = restored();
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var statement = platform.createStatement()) {
            var row = statement.executeQuery(
                    "SELECT schema_name FROM registry.workspace WHERE id = '%s'".formatted(tenant.id()));
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(restored.schema());
            assertThatThrownBy(() -> statement.execute("SET ROLE " + tenant.schema()))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("42501"));
            statement.execute("SET ROLE " + restored.schema());
            assertThat(statement
                            .executeQuery("SELECT FROM " + restored.schema() + ".identity_session")
                            .next())
                    .isFalse();
        }
    }

    /** Between any two of the many signs that it gives a little more than a minute passes. */
    @Test
    void aSchemaThatIsFilledForLongerThanAnHourIsRemovedByNobodyMeanwhile() throws Exception {
        var clock = program.bean(MovableClock.class);
        var begun = clock.instant();
        var spares = program.bean(SpareSchemas.class);
        Filling.Watcher watcher = rows -> {
            clock.advance(Duration.ofSeconds(61));
            assertThat(spares.over()).isEmpty();
        };
        var taken = program.bean(Filling.class)
                .fill(file, "default", watcher, manifest -> {}, (name, manifest) -> spares.take(name));
        assertThat(taken).isTrue();
        assertThat(clock.instant()).isAfter(begun.plus(Duration.ofHours(1)));
    }

    @Test
    void whatWasThereBeforeIsKeptForSevenDays() throws Exception {
        restored();
        var spares = program.bean(SpareSchemas.class);
        assertThat(program.read(tenant, NAMES)).containsExactly("verdorben");
        assertThat(spares.list(tenant.id())).containsExactly(tenant.place());
        program.bean(MovableClock.class).advance(Duration.ofDays(6));
        assertThat(spares.over()).isEmpty();
        program.bean(MovableClock.class).advance(Duration.ofDays(2));
        assertThat(spares.over()).containsExactly(tenant.schema());
        assertThat(program.<Boolean>job(
                        "remove schemas", () -> program.bean(SpareRemoval.class).removeOver(tenant.schema())))
                .isTrue();
        assertThat(program.bean(SpareRemoval.class).removeOver(tenant.schema())).isFalse();
        assertThat(droppedByTime()).isEqualTo("1 " + tenant.id());
        assertThat(schemas()).doesNotContain(tenant.schema());
        assertThat(spares.names()).isEmpty();
        assertThat(program.examine().findings()).isEmpty();
    }

    private String droppedByTime() throws Exception {
        try (var superuser = database.superuser();
                var row = superuser.createStatement().executeQuery("""
                        SELECT count(*) || ' ' || min(subject) FROM registry.audit_entry
                        WHERE action = 'tenant.previous-dropped' AND actor_name = 'Fristablauf'""")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatWasThereBeforeGoesOnDemandAndNothingThatIsInUse() throws Exception {
        var restored = restored();
        var again = restored();
        assertThat(dropPrevious()).isEqualTo(2);
        assertThat(dropPrevious()).isZero();
        assertThat(program.bean(SpareRemoval.class).remove(again.schema())).isFalse();
        assertThat(schemas())
                .contains(again.schema(), other.schema())
                .doesNotContain(tenant.schema(), restored.schema());
    }

    @Test
    void aSuspendedCountyStaysSuspendedAndReturnsToTheStateOfBefore() throws Exception {
        program.bean(Tenants.class).change(tenant.id(), TenantState.MOVING, Program.TESTER, "");
        refuses(tenant.id(), file, "registry.refused.moving");
        program.bean(Tenants.class).change(tenant.id(), TenantState.ACTIVE, Program.TESTER, "");
        program.bean(Tenants.class).change(tenant.id(), TenantState.READ_ONLY, Program.TESTER, "");
        program.bean(Tenants.class).change(tenant.id(), TenantState.SUSPENDED, Program.TESTER, "");
        var restored = restored();
        assertThat(restored.state()).isEqualTo(TenantState.SUSPENDED);
        var resumed = program.bean(Transition.class)
                .make(TenantAction.RESUME, tenant.id(), restored.version(), "Fertig", Program.TESTER);
        assertThat(resumed.state()).isEqualTo(TenantState.READ_ONLY);
    }

    @Test
    void refusesTheFileOfAnotherCountyOrOfAnEarlierWorkspaceOrADamagedOne() throws Exception {
        refuses(other.id(), file, "restore.otherCounty", tenant.name());
        var bytes = Files.readAllBytes(file);
        var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        refuses(tenant.id(), cut, "transfer.damaged");
        program.execute(
                tenant,
                "UPDATE registry.tenant SET created_at = now() + interval '1 hour' WHERE id = '%s'"
                        .formatted(tenant.id()));
        refuses(tenant.id(), file, "restore.earlier", tenant.name());
        assertThat(program.read(tenant, NAMES)).containsExactly("verdorben");
        assertThat(schemas()).containsExactlyInAnyOrder(tenant.schema(), other.schema());
        assertThat(program.bean(SpareSchemas.class).names()).isEmpty();
    }

    @Test
    void refusesACountyWhoseDeletionIsAnnounced() throws Exception {
        var archived = program.bean(Tenants.class).change(tenant.id(), TenantState.ARCHIVED, Program.TESTER, "");
        program.bean(Deletions.class)
                .announce(
                        tenant.id(),
                        archived.version(),
                        new Deletions.Announcement(tenant.slug(), "Landrätin", "Vertragsende"),
                        Program.TESTER);
        refuses(tenant.id(), file, "deletion.underWay");
    }

    @Test
    void givesUpWhatTookSoLongThatSomebodyRemovesIt() throws Exception {
        var spares = program.bean(SpareSchemas.class);
        var filling = program.bean(Filling.class);
        assertThatThrownBy(() ->
                        filling.fill(file, tenant.dataSource(), rows -> {}, manifest -> {}, (name, manifest) -> {
                            assertThat(spares.beginRemoval(name)).isPresent();
                            assertThat(spares.take(name)).isFalse();
                            throw new IllegalStateException("too late");
                        }))
                .hasMessage("too late");
        assertThat(schemas()).containsExactlyInAnyOrder(tenant.schema(), other.schema());
        assertThat(spares.names()).isEmpty();
    }

    @Test
    void importsStillRefuseACountyThatIsThere() throws Exception {
        assertThatThrownBy(() -> program.bean(Import.class).read(file, null, Program.TESTER, rows -> {}))
                .isInstanceOf(Refusal.class);
        assertThat(schemas()).hasSize(2);
    }

    private Tenant restored() throws Exception {
        return program.job("restore a county", () -> restore.restore(tenant.id(), file, Program.TESTER));
    }

    private int dropPrevious() throws Exception {
        return program.job("drop what was before", () -> restore.dropPrevious(tenant.id(), Program.TESTER));
    }

    private void refuses(UUID id, Path source, String key, Object... args) {
        assertThatThrownBy(() -> restore.restore(id, source, Program.TESTER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.sentence(new Texts())).isEqualTo(new Texts().text(key, args)));
    }

    private Manifest export(Tenant from, Path into) throws IOException, SQLException {
        try (var out = Files.newOutputStream(into)) {
            return program.bean(Export.class).write(from.id(), out, Program.TESTER);
        }
    }

    private String digest(Tenant of) throws IOException, SQLException {
        return program.bean(Export.class)
                .write(of.id(), OutputStream.nullOutputStream(), Program.TESTER)
                .digest();
    }

    private List<String> schemas() throws SQLException {
        return program.read(other, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'");
    }
}
