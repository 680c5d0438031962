package de.kreiskonzept.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county leaves an installation as a file and comes into another one, or under another key; on databases of their own. */
class TransferIT {
    /** Sections that name sections behind them in the order of keys, marks that files and JSON use, bytes. */
    private static final String CONTENT = """
        INSERT INTO concept VALUES ('00000000-0000-7000-8000-000000000001', 'Integrationskonzept', now(), now(), 0);
        INSERT INTO concept_version (id, concept_id, label, created_at, modified_at, version)
        VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', E'1 "\\\\n" \\t Ä €,\\n;', now(), now(), 3);
        INSERT INTO concept_section (id, version_id, parent_id, position, kind, number, name, created_at, modified_at, version)
        VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002',
                '00000000-0000-7000-8000-000000000004', 1, 'other', '1.1', 'Kind', now(), now(), 0),
               ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002',
                NULL, 1, 'other', '1', 'Eltern', now(), now(), 0);
        INSERT INTO importing_upload VALUES ('00000000-0000-7000-8000-000000000005', gen_random_uuid(), 'a.csv', E'x;y\\r\\n\\\\.\\n',
          decode('00ff0a5c', 'hex'), 'preview', NULL, now(), now(), 0);
        """;

    @TempDir
    Path folder;

    private DatabaseServer database;
    private Program program;
    private Tenant tenant;

    @BeforeEach
    void fillAWorkspace() throws SQLException {
        database = TestServer.another();
        program = Program.current(database);
        tenant = program.build(1).getFirst();
        program.execute(tenant, CONTENT);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void theSameContentComesOutAgainAfterItCameInElsewhere() throws Exception {
        var file = folder.resolve("kreis.zip");
        var first = export(program, tenant, file);
        // Two rows are those with which a new county begins: its admin and the version of the catalogue.
        assertThat(first.rows()).isEqualTo(7);
        try (var elsewhere = Program.current(TestServer.another())) {
            var arrived = elsewhere.bean(Import.class).read(file, null, Program.TESTER, rows -> {});
            assertThat(arrived.ags()).isEqualTo(tenant.ags());
            assertThat(arrived.state()).isEqualTo(TenantState.ACTIVE);
            assertThat(export(elsewhere, arrived, folder.resolve("again.zip")).digest())
                    .isEqualTo(first.digest());
            assertThat(elsewhere.examine().findings()).isEmpty();
            assertThat(elsewhere.read(arrived, "SELECT label FROM concept_version"))
                    .isEqualTo(program.read(tenant, "SELECT label FROM concept_version"));
            assertThat(elsewhere.read(arrived, "SELECT encode(checksum, 'hex') FROM importing_upload"))
                    .containsExactly("00ff0a5c");
        }
    }

    @Test
    void tenThousandRowsGoOutAndComeInWithinAMinute() throws Exception {
        program.execute(
                tenant,
                "INSERT INTO concept SELECT gen_random_uuid(), 'Konzept ' || i, now(), now(), 0"
                        + " FROM generate_series(1, 10000) i");
        var file = folder.resolve("kreis.zip");
        var begin = System.nanoTime();
        var first = export(program, tenant, file);
        var copy = program.bean(Import.class).read(file, "08335", Program.TESTER, rows -> {});
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        assertThat(first.rows()).isGreaterThan(10_000);
        assertThat(export(program, copy, folder.resolve("copy.zip")).digest()).isEqualTo(first.digest());
    }

    @Test
    void comesInUnderTheKeyOfAnotherCounty() throws Exception {
        var file = folder.resolve("kreis.zip");
        var first = export(program, tenant, file);
        assertThatThrownBy(() -> program.bean(Import.class).read(file, null, Program.TESTER, rows -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("county-taken"));
        var copy = program.bean(Import.class).read(file, "08335", Program.TESTER, rows -> {});
        assertThat(copy.slug()).isEqualTo("konstanz");
        assertThat(export(program, copy, folder.resolve("copy.zip")).digest()).isEqualTo(first.digest());
    }

    @Test
    void isOneMomentWhileOthersWriteOn() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var manifest = program.bean(Export.class).write(tenant.id(), new Disturbed(bytes), Program.TESTER);
        assertThat(program.read(tenant, "SELECT count(*) FROM home_calendar_link"))
                .containsExactly("1");
        assertThat(manifest.tables())
                .filteredOn(part -> part.name().equals("home_calendar_link"))
                .allMatch(part -> part.rows() == 0);
    }

    @Test
    void takesNoSignInsAndNoLinksAlong() throws Exception {
        assertThat(export(program, tenant, folder.resolve("kreis.zip")).tables())
                .extracting(Manifest.TablePart::name)
                .contains("identity_account", "audit_entry", "concept_section")
                .doesNotContain(
                        "identity_session",
                        "identity_ticket",
                        "identity_second_factor",
                        "identity_recovery_code",
                        "identity_remembered_device",
                        "databasechangelog");
    }

    @Test
    void comesFromAnEarlierProgramAndNotFromALaterOne() throws Exception {
        var earlier = folder.resolve("earlier.zip");
        var first = export(program, tenant, earlier);
        try (var later = Program.later(TestServer.another(), "ALTER TABLE concept ADD COLUMN extra text;")) {
            var arrived = later.bean(Import.class).read(earlier, null, Program.TESTER, rows -> {});
            assertThat(later.read(arrived, "SELECT count(*) FROM concept WHERE extra IS NULL"))
                    .containsExactly("1");
            var file = folder.resolve("later.zip");
            assertThat(export(later, arrived, file).digest()).isNotEqualTo(first.digest());
            refuses(program, file, "newer");
        }
    }

    @Test
    void saysOfAFileWhoseRowsBreakANewRuleWhatItIs() throws Exception {
        var earlier = folder.resolve("earlier.zip");
        assertThat(export(program, tenant, earlier).rows()).isPositive();
        var rule = "ALTER TABLE concept ADD CONSTRAINT no_concept CHECK (title <> 'Integrationskonzept');";
        try (var later = Program.later(TestServer.another(), rule)) {
            refuses(later, earlier, "newRule");
            assertThat(later.bean(SpareSchemas.class).names()).isEmpty();
        }
    }

    @Test
    void takesHoursAndNobodyRemovesTheSchemaMeanwhile() throws Exception {
        var file = folder.resolve("kreis.zip");
        assertThat(export(program, tenant, file).rows()).isPositive();
        var spares = program.bean(SpareSchemas.class);
        var removal = program.bean(SpareRemoval.class);
        var signs = new AtomicInteger();
        var slow = program.bean(Import.class).read(file, "08335", Program.TESTER, rows -> {
            signs.incrementAndGet();
            program.bean(MovableClock.class).advance(Duration.ofMinutes(50));
            assertThat(spares.over()).isEmpty();
            assertThat(spares.names()).allMatch(name -> isKept(removal, name));
        });
        assertThat(signs.get()).isGreaterThan(2);
        assertThat(slow.state()).isEqualTo(TenantState.ACTIVE);
    }

    private static boolean isKept(SpareRemoval removal, String name) {
        try {
            return !removal.removeOver(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void entersNoCountyWhereAllRoomWasTakenMeanwhile() throws Exception {
        var file = folder.resolve("kreis.zip");
        assertThat(export(program, tenant, file).rows()).isPositive();
        program.close();
        program = Program.with(database, Map.of("kreiskonzept.capacity", 2));
        var entered = new AtomicBoolean();
        assertThatThrownBy(() -> program.bean(Import.class).read(file, "08335", Program.TESTER, rows -> {
                    if (entered.compareAndSet(false, true)) {
                        program.enter(1);
                    }
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.slug()).isEqualTo("data-source-full"));
        assertThat(program.bean(SpareSchemas.class).names()).isEmpty();
    }

    @Test
    void refusesWhatIsCutOffOrChangedAndLeavesNothingBehind() throws Exception {
        var file = folder.resolve("kreis.zip");
        assertThat(export(program, tenant, file).rows()).isPositive();
        var whole = Files.readAllBytes(file);
        for (var length : new int[] {0, 100, whole.length / 2, whole.length - 1}) {
            refuses(Files.write(folder.resolve("cut-" + length), java.util.Arrays.copyOf(whole, length)), "damaged");
        }
        refuses(rewritten(file, "tables/concept.jsonl", text -> text.replace("Integ", "Desin")), "damaged");
        refuses(rewritten(file, "manifest.json", text -> text.replaceFirst("\"rows\":1", "\"rows\":2")), "damaged");
        refuses(rewritten(file, "manifest.json", text -> text.replace("\"format\":1", "\"format\":2")), "newer");
        refuses(rewritten(file, "manifest.json", text -> "{}"), "damaged");
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void exportsWhatIsArchivedAndNothingThatIsNotBuilt() throws Exception {
        program.bean(Tenants.class).change(tenant.id(), TenantState.ARCHIVED, Program.TESTER, "Ende");
        assertThat(export(program, tenant, folder.resolve("kreis.zip")).rows()).isPositive();
        program.bean(Tenants.class).change(tenant.id(), TenantState.DELETING, Program.TESTER, "Ende");
        assertThatThrownBy(() -> export(program, tenant, folder.resolve("late.zip")))
                .isInstanceOf(Refusal.class);
    }

    private void refuses(Path file, String why) {
        refuses(program, file, why);
    }

    private static void refuses(Program by, Path file, String why) {
        assertThatThrownBy(() -> by.bean(Import.class).read(file, "08335", Program.TESTER, rows -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.sentence(new de.kreiskonzept.foundation.web.Texts()))
                                .isEqualTo(new de.kreiskonzept.foundation.web.Texts().text("transfer." + why)));
    }

    private static Manifest export(Program from, Tenant tenant, Path file) throws IOException, SQLException {
        try (var out = Files.newOutputStream(file)) {
            return from.bean(Export.class).write(tenant.id(), out, Program.TESTER);
        }
    }

    private Path rewritten(Path file, String entry, UnaryOperator<String> change) throws IOException {
        var copy = folder.resolve("changed.zip");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var each : java.util.Collections.list(zip.entries())) {
                var content = zip.getInputStream(each).readAllBytes();
                out.putNextEntry(new ZipEntry(each.getName()));
                out.write(
                        each.getName().equals(entry)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return copy;
    }

    /** Writes into the workspace as soon as the export has begun. */
    private final class Disturbed extends FilterOutputStream {
        private final AtomicBoolean begun = new AtomicBoolean();

        Disturbed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (begun.compareAndSet(false, true)) {
                disturb();
            }
            out.write(bytes, from, length);
        }

        private void disturb() {
            try {
                program.execute(
                        tenant,
                        "INSERT INTO home_calendar_link SELECT id, '\\x00', now(), now(), 0"
                                + " FROM identity_account");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
