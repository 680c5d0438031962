package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.lifecycle.TenantAction;
import de.kreiskonzept.admin.lifecycle.Transition;
import de.kreiskonzept.admin.move.MoveStep;
import de.kreiskonzept.admin.move.Moves;
import de.kreiskonzept.admin.move.Moving;
import de.kreiskonzept.admin.move.TwoServers;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.admin.registry.Tenants;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The move of a county by the page, by REST and on the command line. */
class MoveRoutesIT {
    private static final Actor TESTER = Actor.without("Prüfung");

    @RegisterExtension
    static final SecondServer SECOND = SecondServer.kept();

    private static DatabaseServer database;
    private static ConsoleUnderTest console;

    @BeforeAll
    static void start() throws Exception {
        database = TestServer.another();
        console = ConsoleUnderTest.on(TwoServers.settings(database.url(), SECOND.setting("zwei", 20)));
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
    }

    @AfterEach
    void eachWriteLeftOneEntry() {
        WriteWatch.assertOneEntryEach();
    }

    @Test
    void goesItsWayByRest() throws Exception {
        var tenant = tenant();
        var path = "/api/v1/tenants/" + tenant.id() + "/move";
        assertThat(console.get(path, "operator").statusCode()).isEqualTo(404);
        assertThat(begin(tenant, "falsch", "zwei", 422).body()).contains("/problems/confirmation", tenant.slug());
        assertThat(begin(tenant, tenant.slug(), "default", 422).body()).contains("/problems/invalid");
        assertThat(console.post(path, "operator", wish(tenant.slug(), "zwei")).statusCode())
                .isEqualTo(428);
        assertThat(console.post(path, "support", wish(tenant.slug(), "zwei"), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(403);
        assertThat(begin(tenant, tenant.slug(), "zwei", 202).body()).contains("\"step\":\"planned\"");
        assertThat(begin(now(tenant), tenant.slug(), "zwei", 409).body()).contains("/problems/move");
        assertThat(complete(tenant)).isTrue();
        assertThat(console.get(path, "support").body()).contains("\"step\":\"moved\"", "\"to\":\"zwei\"");
        assertThat(console.get("/api/v1/tenants/" + tenant.id(), "support").body())
                .contains("\"dataSource\":\"zwei\"", "\"state\":\"active\"");
        assertThat(console.post(path + "/cancel", "operator", "").statusCode()).isEqualTo(409);
        assertThat(console.get("/api/v1/data-sources", "support").body())
                .contains("\"name\":\"zwei\"", "\"capacity\":20", "\"lacks\":[]");
        assertThat(console.get("/api/v1/audit?size=100", "operator").body())
                .contains("tenant.move-begun", "tenant.moved");
    }

    @Test
    void isBegunWatchedAndCalledOffOnItsPage() throws Exception {
        var tenant = tenant();
        var path = "/arbeitsbereiche/" + tenant.id() + "/umzug";
        var browser = console.browser("operator");
        assertThat(browser.get("/arbeitsbereiche/" + tenant.id()).body())
                .contains("href=\"" + path + "\"", "Hauptserver")
                .doesNotContain("default");
        assertThat(browser.get(path).body()).contains("Umzug beginnen", "zwei", "Noch Platz für");
        var wrong = browser.post(path, Map.of("version", version(tenant), "slug", "falsch", "to", "zwei"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"falsch\"", "href=\"#f-slug\"", "genau „" + tenant.slug() + "“");
        assertThat(browser.post(path, Map.of("version", version(tenant), "slug", "falsch"))
                        .body())
                .as("all that is wrong at once")
                .contains("href=\"#f-to\"", "href=\"#f-slug\"", "value=\"falsch\"");
        var nowhere = browser.post(path, Map.of("version", version(tenant), "slug", tenant.slug(), "to", ""));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("Bitte wählen Sie einen anderen Datenbankserver");
        assertThat(browser.post(path, Map.of("version", version(tenant), "slug", tenant.slug(), "to", "zwei"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(path).body()).contains("Der Umzug ist vorgemerkt", "Umzug abbrechen");
        assertThat(console.browser("support").get(path).body())
                .contains("Der Umzug ist vorgemerkt")
                .doesNotContain("Umzug abbrechen");
        assertThat(browser.get("/arbeiten").body()).contains("Umzug", tenant.name());
        assertThat(browser.post(path + "/abbrechen", Map.of()).statusCode()).isEqualTo(303);
        assertThat(complete(tenant)).isTrue();
        assertThat(browser.get(path).body()).contains("Der Kreis ist geblieben, wo er war", "Umzug beginnen");
        assertThat(now(tenant).state()).isEqualTo(TenantState.ACTIVE);
        assertThat(browser.get("/datenbankserver").body())
                .contains("Hauptserver", "zwei", "bereit")
                .doesNotContain("default");
        assertThat(browser.get("/protokoll").body()).contains("von Hauptserver nach zwei");
    }

    @Test
    void isDoneByOneCommand() {
        var tenant = tenant();
        var slug = tenant.slug();
        assertThat(kk("tenant", "move", slug)).isEqualTo(2);
        assertThat(kk("tenant", "move", slug, "--to", "drei", "--yes")).isEqualTo(1);
        assertThat(kk("tenant", "move", slug, "--to", "zwei", "--dry-run")).isZero();
        assertThat(now(tenant)).isEqualTo(tenant);
        assertThat(kk("tenant", "move", slug, "--to", "zwei", "--yes")).isZero();
        assertThat(now(tenant).dataSource()).isEqualTo("zwei");
        assertThat(kk("tenant", "move", slug, "--cancel", "--yes")).isEqualTo(1);
        assertThat(kk("datasource", "list")).isZero();
    }

    @Test
    void aDryRunDoesNotGoOnWithAMoveThatIsUnderWay() {
        var tenant = tenant();
        begin(tenant, tenant.slug(), "zwei", 202);
        assertThat(kk("tenant", "move", tenant.slug(), "--to", "zwei", "--dry-run"))
                .isZero();
        assertThat(kk("tenant", "move", tenant.slug(), "--to", "zwei")).isEqualTo(1);
        assertThat(console.bean(Moves.class).get(tenant.id()).step()).isEqualTo(MoveStep.PLANNED);
        assertThat(kk("tenant", "move", tenant.slug(), "--to", "zwei", "--yes")).isZero();
        assertThat(now(tenant).dataSource()).isEqualTo("zwei");
    }

    @Test
    void aMoveThatCannotBeginAtItsTurnSaysWhyOnTheCommandLineByRestAndOnItsPage() {
        var tenant = tenant();
        begin(tenant, tenant.slug(), "zwei", 202);
        console.bean(Transition.class)
                .make(TenantAction.SUSPEND, tenant.id(), now(tenant).version(), "Prüfung", TESTER);
        var reason = "In dem Zustand, in dem der Arbeitsbereich jetzt ist, kann er nicht umziehen.";
        var out = new StringWriter();
        assertThat(kk(out, "tenant", "move", tenant.slug(), "--to", "zwei", "--yes"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("taken-back", reason);
        assertThat(console.get("/api/v1/tenants/" + tenant.id() + "/move", "support")
                        .body())
                .contains("\"step\":\"taken-back\"", "\"reason\":\"" + reason + "\"");
        var browser = console.browser("operator");
        assertThat(browser.get("/arbeitsbereiche/" + tenant.id() + "/umzug").body())
                .contains("Der Kreis ist geblieben, wo er war", "Grund", reason);
        assertThat(browser.get("/protokoll").body()).contains("Umzug abgebrochen", "der Zustand lässt es nicht zu");
    }

    @Test
    void aCountyInTheMiddleOfItsMoveIsInTheBackupOfTheNight(@TempDir Path folder) throws Exception {
        var tenant = tenant();
        execute(tenant, TwoServers.MAIL_UNDER_WAY);
        begin(tenant, tenant.slug(), "zwei", 202);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var move = threads.submit(() -> console.bean(Moving.class).complete(tenant.id()));
            try {
                while (console.bean(Moves.class).get(tenant.id()).step() != MoveStep.LOCK) {
                    Thread.onSpinWait();
                }
                assertThat(kk("tenant", "backup", folder.toString(), "--yes")).isZero();
                assertThat(folder).isDirectoryContaining("glob:**/" + tenant.slug() + "_*.zip");
                assertThat(move.isDone()).isFalse();
            } finally {
                execute(tenant, TwoServers.MAIL_SENT);
            }
            assertThat(move.get()).isTrue();
        }
    }

    private static void execute(Tenant tenant, String sql) throws SQLException {
        try (var superuser = database.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("SET search_path = " + tenant.schema());
            statement.execute(sql);
        }
    }

    private static boolean complete(Tenant tenant) throws Exception {
        return console.job("move a county", () -> console.bean(Moving.class).complete(tenant.id()));
    }

    private static HttpResponse<String> begin(Tenant tenant, String slug, String to, int expected) {
        var answer = console.post(
                "/api/v1/tenants/" + tenant.id() + "/move",
                "operator",
                wish(slug, to),
                "If-Match",
                "\"" + tenant.version() + "\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer;
    }

    private static String wish(String slug, String to) {
        return "{\"slug\":\"%s\",\"to\":\"%s\"}".formatted(slug, to);
    }

    private static String version(Tenant tenant) {
        return Long.toString(now(tenant).version());
    }

    private static Tenant now(Tenant tenant) {
        return console.bean(Tenants.class).get(tenant.id());
    }

    private static int kk(String... args) {
        return kk(new StringWriter(), args);
    }

    private static int kk(StringWriter out, String... args) {
        return WatchedKk.run(
                () -> Settings.start(
                        TwoServers.settings(database.url(), SECOND.setting("zwei", 20)), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                args);
    }

    private static Tenant tenant() {
        var county = console.county();
        var request = new CountyRequest(
                county, "Änne Müller", "integration@k" + county.ags().text() + ".example");
        var id = Objects.requireNonNull(
                console.bean(Decision.class).enter(request, TESTER).tenantId());
        assertThat(console.bean(Provisioning.class).complete(id)).isTrue();
        return console.bean(Tenants.class).get(id);
    }
}
