package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.job.Health;
import de.kreiskonzept.admin.job.Jobs;
import de.kreiskonzept.admin.mail.Redelivery;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What works or has failed and what mail could not be sent, by the page, by REST and on the command line. */
@ExtendWith(ConsoleUnderTest.Given.class)
class JobsIT {
    private static final String SECRET = "niemand-darf-das-lesen";

    private final ConsoleUnderTest console;

    private String beside = "";

    JobsIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void theThreeWaysShowAWorkspaceThatIsBuiltAndWhyItFailed() throws Exception {
        var tenant = approved();
        var page = console.browser("support").get("/arbeiten");
        assertThat(page.body()).contains(tenant.name(), "wartet", "<progress", "0 von 5 Schritten", "durch Test");
        assertThat(page.headers().firstValue("Refresh")).contains("5");

        execute(
                "INSERT INTO registry.job_lease VALUES ('provisioning %s', 'x', now() + interval '9 days', now(), now(), 1)"
                        .formatted(tenant.id()));
        assertThat(job(tenant)).contains("\"state\":\"running\"");

        execute("DELETE FROM registry.job_lease WHERE holder = 'x'");
        console.bean(Tenants.class).change(tenant.id(), TenantState.PROVISIONING, Program.TESTER, "");
        console.bean(Tenants.class).change(tenant.id(), TenantState.FAILED, Program.TESTER, "");
        execute("INSERT INTO registry.provisioning_step VALUES ('%s', 'role', now(), 1, NULL, now(), now(), 0),"
                        .formatted(tenant.id())
                + " ('%s', 'schema', NULL, 5, 'SQLSTATE 42P07', now(), now(), 0)".formatted(tenant.id()));
        assertThat(job(tenant))
                .contains("\"kind\":\"provisioning\"", "\"state\":\"failed\"", "\"done\":1", "SQLSTATE 42P07");
        assertThat(console.browser("operator").get("/arbeiten").body()).contains("fehlgeschlagen", "SQLSTATE 42P07");
        assertThat(console.browser("operator").get("/").body()).contains("Zustand der Installation", "Bitte nachsehen");
        assertThat(kk("jobs", "--output", "json")).contains(tenant.id().toString(), "SQLSTATE 42P07");

        execute("UPDATE registry.provisioning_step SET last_error = 'IllegalStateException' WHERE attempts = 5");
        for (var path : List.of("/arbeiten", "/arbeitsbereiche/" + tenant.id())) {
            assertThat(console.browser("operator").get(path).body())
                    .contains("Unerwarteter Fehler; Näheres steht in den Meldungen des Programms")
                    .doesNotContain("IllegalStateException");
        }
    }

    @Test
    void aSchemaThatIsFilledOutOfAFileIsAJobWithoutACounty() throws Exception {
        spare("t_00000000000000000jit");
        try {
            assertThat(console.get("/api/v1/jobs", "operator").body())
                    .contains("\"kind\":\"filling\",\"state\":\"running\",\"tenantId\":null");
            assertThat(console.browser("operator").get("/arbeiten").body())
                    .contains("Übernahme aus einer Datei", "steht noch nicht fest");
        } finally {
            execute("DELETE FROM registry.spare_schema WHERE name = 't_00000000000000000jit'");
        }
    }

    @Test
    void whatALongListLeavesOutIsSaidAndCounted() throws Exception {
        execute("INSERT INTO registry.spare_schema SELECT 't_' || lpad(i::text, 17, '0') || 'cut', NULL, 'filling',"
                + " now() + interval '9 days', now(), now(), 0 FROM generate_series(1, 103) i");
        try {
            var list = console.bean(Jobs.class).list();
            assertThat(list.all()).isGreaterThanOrEqualTo(list.jobs().size() + 3);
            assertThat(console.browser("support").get("/arbeiten").body())
                    .contains("Gezeigt werden %d von %d Arbeiten"
                            .formatted(list.jobs().size(), list.all()));
            var health = console.bean(Health.class).look();
            assertThat(health.failedJobs() + health.otherJobs()).isEqualTo(list.all());
        } finally {
            execute("DELETE FROM registry.spare_schema WHERE name LIKE '%cut'");
        }
        assertThat(console.bean(Jobs.class).list().isCut()).isFalse();
        assertThat(console.browser("support").get("/arbeiten").body()).doesNotContain("Gezeigt werden");
    }

    @Test
    void anImportShowsItsRowsThatItHangsAndWhyItFailed() throws Exception {
        var id = UUID.randomUUID();
        execute("INSERT INTO registry.transfer_import VALUES ('" + id
                + "', NULL, 'Test', '08335', 'Konstanz', 'x', now(), 70, 1, 'filling', '08335', 30, '', NULL, now(), now(), 0, 1,"
                + " 't_00000000000000001jit')");
        execute("INSERT INTO registry.job_lease VALUES ('import " + id
                + "', 'jit', now() + interval '9 days', now(), now(), 1)");
        var before = console.get("/api/v1/jobs", "operator").body();
        spare("t_00000000000000001jit");
        try {
            var running =
                    "\"kind\":\"filling\",\"state\":\"running\",\"tenantId\":null,\"name\":null,\"done\":30,\"planned\":70";
            assertThat(console.get("/api/v1/jobs", "operator").body())
                    .contains(running)
                    .as("the schema is no job beside it")
                    .isEqualTo(before);
            assertThat(console.browser("operator").get("/arbeiten").body()).contains("30 von 70 Zeilen übernommen");
            execute("DELETE FROM registry.job_lease WHERE holder = 'jit'");
            assertThat(console.get("/api/v1/jobs", "operator").body()).contains(running.replace("running", "failed"));
            execute("UPDATE registry.transfer_import SET state = 'failed', failure = 'Ein Grund.' WHERE id = '" + id
                    + "'");
            assertThat(console.browser("support").get("/arbeiten").body()).contains("fehlgeschlagen", "Ein Grund.");
        } finally {
            execute("DELETE FROM registry.transfer_import WHERE id = '" + id + "'");
            execute("DELETE FROM registry.spare_schema WHERE name = 't_00000000000000001jit'");
        }
    }

    @Test
    void theCopyOfAMoveIsNoImport() throws Exception {
        var tenant = built();
        execute(
                "INSERT INTO registry.tenant_move (id, tenant_id, from_data_source, from_schema, to_data_source, to_schema,"
                        + " state_before, actor, step, created_at, modified_at, version) VALUES (gen_random_uuid(), '"
                        + tenant.id() + "', 'default', '" + tenant.schema()
                        + "', 'zwei', 't_00000000000000002jit', 'active', 'Test', 'copy', now(), now(), 0)");
        var before = console.get("/api/v1/jobs", "operator").body();
        assertThat(before).contains("\"kind\":\"move\"");
        spare("t_00000000000000002jit");
        try {
            assertThat(console.get("/api/v1/jobs", "operator").body()).isEqualTo(before);
        } finally {
            execute("DELETE FROM registry.tenant_move WHERE tenant_id = '" + tenant.id() + "'");
            execute("DELETE FROM registry.spare_schema WHERE name = 't_00000000000000002jit'");
        }
    }

    private static void spare(String name) throws SQLException {
        execute("INSERT INTO registry.spare_schema VALUES ('" + name
                + "', NULL, 'filling', now() + interval '9 days', now(), now(), 0)");
    }

    @Test
    void anExaminationOfAllWorkspacesShowsHowFarItIs() throws Exception {
        execute("DELETE FROM registry.examination WHERE finished_at IS NULL");
        execute(
                "INSERT INTO registry.examination VALUES (gen_random_uuid(), NULL, 'Test', false, 7, 3, NULL, NULL, now(), now(), 0)");
        try {
            assertThat(console.get("/api/v1/jobs", "operator").body())
                    .contains("\"kind\":\"examination\",\"state\":\"waiting\"", "\"done\":3,\"planned\":7");
            assertThat(console.browser("operator").get("/arbeiten").body())
                    .contains("Prüfung der Arbeitsbereiche", "3 von 7 Arbeitsbereichen");
            execute("UPDATE registry.examination SET modified_at = now() - interval '6 minutes' WHERE planned = 7");
            assertThat(console.get("/api/v1/jobs", "operator").body())
                    .contains("\"kind\":\"examination\",\"state\":\"failed\"");
        } finally {
            execute("DELETE FROM registry.examination WHERE planned = 7 AND finished_at IS NULL");
        }
    }

    @Test
    void mailOfTheProviderIsTriedAgainByThePage() throws Exception {
        var mail = failed("registry");
        var browser = console.browser("operator");
        assertThat(browser.get("/arbeiten").body())
                .contains("Der Mailserver ist nicht erreichbar", "Betreiber")
                .doesNotContain(SECRET);
        assertThat(browser.post("/arbeiten/nachrichten", Map.of()).statusCode()).isEqualTo(303);
        assertThat(isDue("registry", mail)).isTrue();
        assertThat(console.get("/api/v1/audit?size=100", "operator").body()).contains("mail.retried");
        execute("DELETE FROM registry.mail_outbox WHERE id = '%s'".formatted(mail));
    }

    @Test
    void mailOfACountyIsTriedAgainByItsNumberAloneAndThatOfOthersStays() throws Exception {
        var tenant = built();
        var other = built();
        var mail = failed(tenant.schema());
        var others = failed(other.schema());
        counted(tenant);

        assertThat(console.get("/api/v1/mails", "support").body())
                .contains(tenant.id().toString(), "\"waiting\":3", "MailConnectException")
                .doesNotContain(SECRET, other.id().toString());
        var figures = console.bean(Redelivery.class).look();
        assertThat(figures.allCounties()).isEqualTo(figures.counties().size()).isPositive();
        var path = "/api/v1/tenants/" + tenant.id() + "/mails/retry";
        assertThat(console.post(path, "support", "{}").statusCode()).isEqualTo(403);
        assertThat(isDue(tenant.schema(), mail)).isFalse();
        assertThat(console.post(path, "operator", "{}").body()).isEqualTo("{\"mails\":1}");
        assertThat(isDue(tenant.schema(), mail)).isTrue();
        assertThat(isDue(other.schema(), others)).isFalse();

        assertThat(kk("mails", "retry", other.slug(), "--yes")).contains("1");
        assertThat(isDue(other.schema(), others)).isTrue();
        assertThat(kk("mails", "list")).contains(tenant.name()).doesNotContain(SECRET);
    }

    @Test
    void besideMailThatWasGivenUpStandsWhatHelpsInstead() throws Exception {
        counted(built());
        assertThat(console.browser("support").get("/arbeiten").body())
                .contains(
                        "Was bei aufgegebenen Nachrichten hilft",
                        "Einladung einer Person in den Arbeitsbereich",
                        "sendet die Einladung noch einmal");
        kk("mails", "list");
        assertThat(beside).contains("MailGivenUp");
    }

    @Test
    void aFaultOfMailThatNobodyKnowsIsSaidInGermanWithoutTheNameOfAClass() throws Exception {
        counted(built(), "StrangeProtocolException");
        assertThat(console.browser("support").get("/arbeiten").body())
                .contains("Das Versenden ist aus einem unbekannten Grund gescheitert. Bitte sehen Sie")
                .doesNotContain("StrangeProtocolException");
    }

    @Test
    void ofManyCountiesThoseAreShownWhoseMailWaitsLongestAndAllAreCounted() throws Exception {
        try {
            countedOfMany(203);
            var figures = console.bean(Redelivery.class).look();
            assertThat(figures.counties())
                    .hasSize(200)
                    .allMatch(county -> county.county().startsWith("Kreis der Liste"));
            assertThat(figures.counties().getFirst().county()).isEqualTo("Kreis der Liste 203");
            assertThat(figures.allCounties()).isGreaterThanOrEqualTo(203);
            assertThat(console.browser("support").get("/arbeiten").body())
                    .contains("Gezeigt werden 200 von %d Kreisen".formatted(figures.allCounties()));
            assertThat(console.get("/api/v1/mails", "support").body())
                    .contains("\"allCounties\":" + figures.allCounties());
            kk("mails", "list");
            assertThat(beside).contains("the 200 counties of " + figures.allCounties());
        } finally {
            execute("DELETE FROM registry.tenant WHERE role_name LIKE '%cut'");
        }
        assertThat(console.bean(Redelivery.class).look().isCut()).isFalse();
    }

    @Test
    void mailOfASuspendedCountyWaits() {
        var tenant = built();
        console.bean(Tenants.class).change(tenant.id(), TenantState.SUSPENDED, Program.TESTER, "");
        assertThat(console.post("/api/v1/tenants/" + tenant.id() + "/mails/retry", "operator", "{}")
                        .statusCode())
                .isEqualTo(409);
    }

    private String job(Tenant tenant) {
        var all = console.get("/api/v1/jobs", "operator").body();
        var end = all.indexOf(tenant.id().toString());
        var begin = all.lastIndexOf('{', end);
        return all.substring(begin, all.indexOf('}', end));
    }

    private static UUID failed(String schema) throws SQLException {
        var id = UUID.randomUUID();
        execute("""
                INSERT INTO %s.mail_outbox (id, recipient, subject, body, state, attempts, next_attempt_at, last_error,
                  created_at, modified_at, version)
                VALUES ('%s', '%s@kreis.example', '%3$s', '%3$s', 'waiting', 4, now() + interval '900 days',
                  'MailConnectException: %3$s', now(), now(), 1)\
                """.formatted(schema, id, SECRET));
        return id;
    }

    /** As the platform would have counted. */
    private static void counted(Tenant tenant) throws SQLException {
        counted(tenant, "MailConnectException");
    }

    private static void counted(Tenant tenant, String fault) throws SQLException {
        execute("""
                INSERT INTO registry.workspace_figures (tenant_id, accounts, open_rounds, settled, questions, mails_waiting,
                  mails_given_up, mails_oldest, mails_fault, created_at, modified_at, version)
                VALUES ('%s', 1, 0, 0, 19, 3, 2, now(), '%s', now(), now(), 0)\
                """.formatted(tenant.id(), fault));
    }

    /** Rows of counties that have no workspace; the one with the highest number waits longest, and all of them longer than any other. */
    private static void countedOfMany(int counties) throws SQLException {
        execute(
                "INSERT INTO registry.tenant (id, ags, name, slug, schema_name, role_name, state, created_at, modified_at, version)"
                        + " SELECT gen_random_uuid(), '08335', 'Kreis der Liste ' || i, 'liste-' || i, name, name, 'deleted', now(), now(), 0"
                        + " FROM generate_series(1, " + counties
                        + ") i, LATERAL (SELECT 't_' || lpad(i::text, 17, '0') || 'cut' AS name) t");
        execute(
                "INSERT INTO registry.workspace_figures (tenant_id, accounts, open_rounds, settled, questions, mails_waiting,"
                        + " mails_given_up, mails_oldest, mails_fault, created_at, modified_at, version)"
                        + " SELECT id, 1, 0, 0, 19, 1, 0, now() - interval '90 days' - interval '1 hour' * substr(slug, 7)::integer,"
                        + " 'MailConnectException', now(), now(), 0 FROM registry.tenant WHERE role_name LIKE '%cut'");
    }

    private static boolean isDue(String schema, UUID mail) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "SELECT next_attempt_at < now() + interval '800 days' FROM %s.mail_outbox WHERE id = '%s'"
                                .formatted(schema, mail))) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Tenant approved() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, Program.TESTER).tenantId());
        return console.bean(Tenants.class).get(id);
    }

    private Tenant built() {
        var tenant = approved();
        console.bean(Provisioning.class).complete(tenant.id());
        return console.bean(Tenants.class).get(tenant.id());
    }

    private String kk(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = WatchedKk.run(
                () -> Settings.start(ConsoleUnderTest.settings(), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(out),
                new PrintWriter(err),
                args);
        beside = err.toString();
        assertThat(status).as(out + beside).isZero();
        return out.toString();
    }

    private static void execute(String sql) throws SQLException {
        try (var superuser = TestServer.shared().superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
