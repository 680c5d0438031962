package de.kreiskonzept.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.TestTicker;
import de.kreiskonzept.admin.operator.OperatorAccount;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.operator.Staff;
import de.kreiskonzept.foundation.audit.WriteWatch;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.web.Refusal;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The role of one of the provider's people changes by the page, by REST and on the command line; on a database with no other people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleOfOperatorIT {
    private static final String FIRST = Roles.OPERATOR + "@betreiber.example";

    private DatabaseServer database;
    private ConsoleUnderTest console;

    @BeforeAll
    void start() throws Exception {
        database = TestServer.another();
        console = ConsoleUnderTest.on(ConsoleUnderTest.settings(database.url()));
        console.token(Roles.OPERATOR);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @AfterEach
    void eachWriteLeftOneEntry() {
        WriteWatch.assertOneEntryEach();
    }

    enum Way {
        PAGE,
        REST,
        COMMAND_LINE
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void livingSessionsGoOnWithTheNewRole(Way way) {
        var email = console.newAccount(Roles.SUPPORT);
        var token = console.tokenOf(email);
        assertThat(get("/api/v1/operators", token).statusCode()).isEqualTo(403);

        assertThat(change(way, email, Roles.OPERATOR)).isTrue();
        assertThat(get("/api/v1/operators", token).body()).contains("\"email\":\"" + email + "\"");
        assertThat(trail()).contains(entry(email, "from support to operator"));
        var entries = trail();
        assertThat(change(way, email, Roles.OPERATOR))
                .as("the role it has already")
                .isTrue();
        assertThat(trail()).isEqualTo(entries);

        assertThat(change(way, email, Roles.SUPPORT)).isTrue();
        assertThat(get("/api/v1/operators", token).statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/tenants", token).statusCode()).isEqualTo(200);
        assertThat(console.browser(Roles.OPERATOR).get("/protokoll").body())
                .contains("Rolle eines Kontos geändert", "von Betrieb zu Unterstützung");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theLastOperatorKeepsTheRole(Way way) {
        var entries = trail();
        assertThat(change(way, FIRST, Roles.SUPPORT)).isFalse();
        assertThat(account(FIRST).role()).isEqualTo(Roles.OPERATOR);
        assertThat(trail()).isEqualTo(entries);
    }

    @Test
    void ofTwoWhoTakeTheRoleFromEachOtherAtOnceOneKeepsIt() throws Exception {
        var second = account(console.newAccount(Roles.OPERATOR));
        var first = account(FIRST);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var left = threads.invokeAll(List.of(taking(first), taking(second))).stream()
                    .filter(taken -> !taken.resultNow())
                    .count();
            assertThat(left).isEqualTo(1);
        }
        var staff = console.bean(Staff.class);
        assertThat(staff.list(0, 100).stream().filter(each -> each.role().equals(Roles.OPERATOR)))
                .hasSize(1);
        staff.changeRole(first.id(), Roles.OPERATOR, account(FIRST).version(), Program.TESTER);
        staff.changeRole(second.id(), Roles.SUPPORT, account(second.email()).version(), Program.TESTER);
    }

    private Callable<Boolean> taking(OperatorAccount account) {
        return () -> {
            try {
                console.bean(Staff.class).changeRole(account.id(), Roles.SUPPORT, account.version(), Program.TESTER);
                return true;
            } catch (Refusal refused) {
                assertThat(refused.slug()).isEqualTo("last-operator");
                return false;
            }
        };
    }

    @Test
    void whoeverGivesTheOwnRoleAwayIsLedToTheStartPage() {
        var email = console.newAccount(Roles.OPERATOR);
        var browser = console.browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        var path = "/konten/" + account(email).id();
        assertThat(browser.get(path).body()).contains("Rolle speichern", email);
        var done = browser.post(path + "/rolle", Map.of("role", Roles.SUPPORT, "version", version(email)));
        assertThat(done.headers().firstValue("Location")).contains("/");
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsWrongAndKeepsWhatWasChosen() {
        var email = console.newAccount(Roles.SUPPORT);
        var page = "/konten/" + account(email).id();
        var browser = console.browser(Roles.OPERATOR);
        browser.get(page);
        var old = browser.post(page + "/rolle", Map.of("role", Roles.OPERATOR, "version", "99"));
        assertThat(old.statusCode()).isEqualTo(422);
        assertThat(old.body()).containsPattern("value=\"operator\"[^>]*checked");
        assertThat(browser.post(page + "/rolle", Map.of("role", "admin", "version", version(email)))
                        .body())
                .contains("Bitte wählen Sie die Rolle „Betrieb“");
        assertThat(put(email, Roles.OPERATOR, "\"99\"").statusCode()).isEqualTo(412);
        assertThat(put(email, "admin", tag(email)).statusCode()).isEqualTo(400);
        assertThat(put(email, "", tag(email)).statusCode()).isEqualTo(400);
        assertThat(kk("operator", "change-role", email, "admin")).isEqualTo(2);
        assertThat(kk("operator", "change-role", "niemand@betreiber.example", Roles.SUPPORT, "--yes"))
                .isEqualTo(1);
        assertThat(kk("operator", "change-role", email, Roles.OPERATOR, "--dry-run"))
                .isZero();
        assertThat(account(email).role()).isEqualTo(Roles.SUPPORT);
        assertThat(console.browser(Roles.SUPPORT).get("/konten").statusCode()).isEqualTo(403);
    }

    @Test
    void theAccountsAreListedInEachWay() {
        var email = console.newAccount(Roles.SUPPORT);
        assertThat(console.browser(Roles.OPERATOR).get("/konten").body())
                .contains(email, "Unterstützung", FIRST, "Betrieb");
        var shown = console.get("/api/v1/operators/" + account(email).id(), Roles.OPERATOR);
        assertThat(shown.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(shown.body()).contains("\"role\":\"support\"").doesNotContain("password");
        assertThat(kk("operator", "list", "--output", "json")).isZero();
    }

    private boolean change(Way way, String email, String role) {
        return switch (way) {
            case PAGE -> page(email, role);
            case REST -> rest(email, role);
            case COMMAND_LINE -> command(email, role);
        };
    }

    private boolean page(String email, String role) {
        var path = "/konten/" + account(email).id();
        var browser = console.browser(Roles.OPERATOR);
        browser.get(path);
        var answer = browser.post(path + "/rolle", Map.of("role", role, "version", version(email)));
        assertThat(answer.statusCode()).isIn(303, 422);
        if (answer.statusCode() == 422) {
            assertThat(answer.body()).contains("Bitte geben Sie diese Rolle zuerst einer anderen Person.");
        }
        return answer.statusCode() == 303;
    }

    private boolean rest(String email, String role) {
        var answer = put(email, role, tag(email));
        assertThat(answer.statusCode()).isIn(200, 409);
        if (answer.statusCode() == 409) {
            assertThat(answer.body()).contains("/problems/last-operator");
        }
        return answer.statusCode() == 200;
    }

    /** A process of its own: the console remembers for four seconds who holds a session. */
    private boolean command(String email, String role) {
        var status = kk("operator", "change-role", email, role, "--yes");
        assertThat(status).isIn(0, 1);
        console.bean(TestTicker.class).jump(Duration.ofSeconds(5));
        return status == 0;
    }

    private HttpResponse<String> put(String email, String role, String tag) {
        return console.send(
                console.request("/api/v1/operators/" + account(email).id() + "/role")
                        .header("Authorization", "Bearer " + console.token(Roles.OPERATOR))
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(BodyPublishers.ofString("{\"role\":\"%s\"}".formatted(role))));
    }

    private HttpResponse<String> get(String path, String token) {
        return console.send(console.request(path).header("Authorization", "Bearer " + token));
    }

    private int kk(String... args) {
        return WatchedKk.run(
                () -> Settings.start(ConsoleUnderTest.settings(database.url()), "console", "local", "test"),
                new StringReader(""),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                args);
    }

    private OperatorAccount account(String email) {
        return console.bean(Staff.class).get(email);
    }

    private String version(String email) {
        return Long.toString(account(email).version());
    }

    private String tag(String email) {
        return "\"" + version(email) + "\"";
    }

    private String entry(String email, String detail) {
        return "\"action\":\"operator.role-changed\",\"subject\":\"%s\",\"detail\":\"%s\""
                .formatted(account(email).id(), detail);
    }

    /** The entries of changed roles, the latest first. */
    private List<String> trail() {
        return List.of(console.get("/api/v1/audit?size=100", Roles.OPERATOR)
                        .body()
                        .split("(?<=}),"))
                .stream()
                .filter(entry -> entry.contains("operator.role-changed"))
                .map(entry -> entry.replaceFirst("(?s).*(\"action\".*)}.*", "$1"))
                .toList();
    }
}
