package de.kreiskonzept.admin.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.quota.Quotas;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.restore.Restore;
import de.kreiskonzept.admin.transfer.Export;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.pdf.Conformity;
import de.kreiskonzept.model.tenant.DeletionStage;
import de.kreiskonzept.model.tenant.OwnQuota;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word that a county has stored everywhere is nowhere after its deletion; on a database of its own. */
class CanaryIT {
    private static final String CANARY = "kanarienvogel4711";
    private static final UUID MAIL = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final String CONTENT = """
        INSERT INTO concept VALUES ('00000000-0000-7000-8000-000000000001', 'Integrationskonzept', now(), now(), 0);
        INSERT INTO concept_version (id, concept_id, label, created_at, modified_at, version)
        VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '1', now(), now(), 0);
        INSERT INTO concept_section (id, version_id, position, kind, number, name, created_at, modified_at, version)
        VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 1, 'other', '1', 'Sprache', now(), now(), 0);
        INSERT INTO concept_measure (id, version_id, section_id, position, number, text, description, responsible, created_at, modified_at, version)
        VALUES (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000003', 1, '1', '%1$s', '', '', now(), now(), 0);
        INSERT INTO importing_upload VALUES (gen_random_uuid(), gen_random_uuid(), 'a.csv', 'x', '%1$s'::bytea, 'preview', NULL, now(), now(), 0);
        INSERT INTO mail_outbox (id, recipient, subject, body, state, next_attempt_at, created_at, modified_at, version)
        VALUES ('%2$s', '%1$s@kreis.example', '%1$s', '%1$s', 'waiting', now(), now(), now(), 0);
        INSERT INTO identity_account (id, email, name, role, state, created_at, modified_at, version)
        VALUES (gen_random_uuid(), '%1$s@kreis.example', '%1$s', 'reader', 'invited', now(), now(), 0);
        UPDATE registry.signup SET email = '%1$s@kreis.example', contact_name = '%1$s' WHERE ags = '%3$s';
        UPDATE registry.mail_outbox SET recipient = '%1$s@kreis.example', body = '%1$s' WHERE recipient = 'a@k%3$s.example';
        """;

    private DatabaseServer database;
    private Program program;
    private Tenant gone;
    private Tenant staying;

    @BeforeEach
    void fillTwoCounties() throws Exception {
        database = TestServer.another();
        program = Program.current(database);
        var built = program.build(2);
        gone = built.getFirst();
        staying = built.getLast();
        program.execute(gone, CONTENT.formatted(CANARY, MAIL, gone.ags().text()));
        Files.createDirectories(mailbox());
        Files.writeString(mailbox().resolve(MAIL + ".eml"), "To: " + CANARY + "@kreis.example\r\n\r\n" + CANARY);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void isNowhereAfterTheDeletionAndTheOtherCountyIsAsItWas() throws Exception {
        assertThat(tablesWith(CANARY))
                .contains(
                        gone.schema() + ".concept_measure",
                        gone.schema() + ".importing_upload",
                        gone.schema() + ".mail_outbox",
                        gone.schema() + ".identity_account",
                        "registry.signup",
                        "registry.mail_outbox");
        assertThat(filesWith(CANARY)).hasSize(1);
        var before = program.read(staying, "SELECT email FROM identity_account");

        erase();

        assertThat(tablesWith(CANARY)).isEmpty();
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(program.read(staying, "SELECT email FROM identity_account")).isEqualTo(before);
        assertThat(tablesWith("a@k" + staying.ags().text() + ".example")).contains("registry.signup");
        assertThat(program.examine().findings()).isEmpty();
        assertThat(program.bean(Tenants.class).get(gone.id()).state()).isEqualTo(TenantState.DELETED);
    }

    @Test
    void whatWasAgreedWithTheCountyGoesToo() throws Exception {
        var agreed = new OwnQuota(1, 2, 3, 4);
        program.bean(Quotas.class).agree(gone.id(), agreed, 0, Actor.without("Prüfung"));
        assertThat(tablesWith(gone.id().toString())).contains("registry.tenant_quota");
        letSomebodyIn();
        assertThat(tablesWith(CANARY + " Admin")).contains("registry.support_grant");

        erase();

        assertThat(tablesWith(gone.id().toString()))
                .contains("registry.tenant", "registry.deletion")
                .doesNotContain("registry.tenant_quota", "registry.workspace_figures", "registry.provisioning_step");
        assertThat(tablesWith(CANARY + " Admin")).isEmpty();
    }

    private void letSomebodyIn() throws SQLException {
        try (var platform = database.as("kk_platform", TestServer.PLATFORM_PASSWORD);
                var insert = platform.prepareStatement("""
                        INSERT INTO registry.support_grant
                          (id, tenant_id, granted_by, reason, writing, expires_at, created_at, modified_at, version)
                        VALUES (gen_random_uuid(), ?, ?, 'Hilfe', false, now() + interval '15 minutes', now(), now(), 0)""")) {
            insert.setObject(1, gone.id());
            insert.setString(2, CANARY + " Admin");
            insert.executeUpdate();
        }
    }

    @Test
    void whatTheCountyHadBeforeARestoreIsNowhereToo(@TempDir Path folder) throws Exception {
        var file = folder.resolve("kreis.zip");
        try (var out = Files.newOutputStream(file)) {
            assertThat(program.bean(Export.class)
                            .write(gone.id(), out, Program.TESTER)
                            .rows())
                    .isPositive();
        }
        var restored = program.bean(Restore.class).restore(gone.id(), file, Program.TESTER);
        assertThat(tablesWith(CANARY)).contains(gone.schema() + ".mail_outbox", restored.schema() + ".mail_outbox");
        erase();
        assertThat(tablesWith(CANARY)).isEmpty();
        assertThat(program.examine().findings()).isEmpty();
    }

    @Test
    void leavesACertificateWithoutContent() throws Exception {
        erase();
        var certificates = program.bean(Certificates.class);
        var certificate = certificates.get(gone.id());
        assertThat(certificate.tables()).contains(new Certificate.Table("concept_measure", 1));
        assertThat(certificate.rows()).isGreaterThan(5);
        assertThat(certificate.settled().exportDigest()).matches("[0-9a-f]{64}");
        assertThat(certificates.json(gone.id())).contains("Landrätin Beispiel", "\"archiveAnswer\":\"declined\"");
        var pdf = certificates.pdf(gone.id());
        assertThat(Conformity.complaints(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Löschnachweis",
                            gone.name(),
                            "Landrätin Beispiel",
                            "Kreisarchiv Beispiel",
                            "concept_measure (1)")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void theCountyMayBeginAgain() throws Exception {
        erase();
        var again = program.build(1).getFirst();
        assertThat(again.ags()).isEqualTo(gone.ags());
        assertThat(again.slug()).isEqualTo(gone.slug());
        assertThat(again.schema()).isNotEqualTo(gone.schema());
        assertThat(program.read(again, "SELECT count(*) FROM concept")).containsExactly("0");
        assertThat(program.bean(Deletions.class).findLatest(again.id())).isEmpty();
    }

    @Test
    void theMailOfSomebodyWhoActsForTwoCountiesStays() throws Exception {
        program.execute(
                staying,
                "UPDATE registry.signup SET email = '%s@kreis.example' WHERE ags = '%s'"
                        .formatted(CANARY, staying.ags().text()));
        erase();
        assertThat(tablesWith(CANARY)).containsExactly("registry.mail_outbox", "registry.signup");
    }

    @Test
    void nothingIsRemovedBeforeTheWaitingTimeIsOver() throws Exception {
        var settled = Settled.settle(program, gone);
        var erasure = program.bean(Erasure.class);
        program.bean(MovableClock.class).advance(Duration.ofDays(29));
        assertThat(erasure.due()).isEmpty();
        assertThat(erasure.complete(gone.id())).isTrue();
        assertThat(tablesWith(CANARY)).contains(gone.schema() + ".concept_measure");
        program.bean(Deletions.class).cancel(gone.id(), settled.version(), Program.TESTER);
        program.bean(MovableClock.class).advance(Duration.ofDays(29));
        assertThat(erasure.due()).isEmpty();
        assertThat(erasure.complete(gone.id())).isTrue();
        assertThat(program.bean(Tenants.class).get(gone.id()).state()).isEqualTo(TenantState.ARCHIVED);
        assertThat(tablesWith(CANARY)).contains(gone.schema() + ".concept_measure");
    }

    private void erase() throws Exception {
        Settled.settle(program, gone);
        program.bean(MovableClock.class).advance(Duration.ofDays(31));
        var erasure = program.bean(Erasure.class);
        assertThat(erasure.due()).containsExactly(gone.id());
        assertThat(program.<Boolean>job("remove the data of a county", () -> erasure.complete(gone.id())))
                .isTrue();
        var deletions = program.bean(Deletions.class);
        assertThat(deletions.get(gone.id()).deletion().stage(deletions.today())).isEqualTo(DeletionStage.DONE);
    }

    private List<String> tablesWith(String word) throws SQLException {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        var found = new ArrayList<String>();
        try (var superuser = database.superuser();
                var statement = superuser.createStatement();
                var search = superuser.createStatement()) {
            var tables = statement.executeQuery("""
                SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                 WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1""");
            while (tables.next()) {
                var table = tables.getString(1);
                var hit = search.executeQuery(
                        "SELECT count(*) FROM %s t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%'"
                                .formatted(table, word, hex));
                hit.next();
                if (hit.getLong(1) > 0) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private List<Path> filesWith(String word) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(data())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private Path mailbox() {
        return data().resolve("mailbox");
    }

    private Path data() {
        return Path.of(program.context()
                .getProperty("kreiskonzept.data-dir", String.class)
                .orElseThrow());
    }
}
