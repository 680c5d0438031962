package de.kreiskonzept.admin.operator;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.TestTicker;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.signin.Sessions;
import de.kreiskonzept.foundation.signin.Sessions.Arrival;
import de.kreiskonzept.foundation.signin.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsoleUnderTest.Given.class)
class SignInIT {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final ConsoleUnderTest console;

    SignInIT(ConsoleUnderTest console) {
        this.console = console;
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return signIn(Map.of("email", email, "password", password));
    }

    private HttpResponse<String> signIn(Map<String, String> fields) {
        var browser = console.browser();
        browser.get("/anmelden");
        return browser.post("/anmelden", fields);
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("kk_console="))
                .findFirst()
                .orElse("");
    }

    @Test
    void signsABrowserInWithACookieForTheWholeConsole() throws Exception {
        var answer = signIn(
                console.newAccount(Roles.OPERATOR).toUpperCase(java.util.Locale.ROOT), ConsoleUnderTest.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(session(answer)).contains("Path=/;", "HTTPOnly", "SameSite=Strict");
        assertThat(page("/protokoll", session(answer).split(";", 2)[0]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAlikeForAnUnknownAccountAndAWrongPassword() throws Exception {
        var wrong = signIn(console.newAccount(Roles.OPERATOR), "not the password at all");
        var unknown = signIn("nobody-" + UUID.randomUUID() + "@betreiber.example", "not the password at all");

        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).contains("E-Mail-Adresse oder Passwort stimmen nicht");
        assertThat(unknown.body()).contains("E-Mail-Adresse oder Passwort stimmen nicht");
        assertThat(session(wrong)).isEmpty();
    }

    @Test
    void refusesAFormThatComesFromElsewhere() throws Exception {
        var answer = console.send(console.request("/anmelden")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "email=" + console.newAccount(Roles.OPERATOR) + "&password=" + ConsoleUnderTest.PASSWORD)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(session(answer)).isEmpty();
    }

    @Test
    void endsTheSessionWhenSomebodySignsOut() {
        var browser = console.browser(Roles.OPERATOR);
        assertThat(browser.get("/protokoll").statusCode()).isEqualTo(200);

        var answer = browser.post("/abmelden", Map.of());

        assertThat(answer.headers().firstValue("Location")).contains("/anmelden?abgemeldet=ja");
        assertThat(browser.get("/protokoll").headers().firstValue("Location"))
                .contains("/anmelden?weiter=%2Fprotokoll");
    }

    @Test
    void beginAndEndOfASessionStandInTheTrailOfTheRegistry() throws Exception {
        var email = console.newAccount(Roles.OPERATOR);
        var browser = console.browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        var program = field(open(email), "access_token");
        browser.get("/konto");
        browser.post("/konto/sitzungen/beenden", Map.of());
        browser.get("/konto");
        browser.post("/abmelden", Map.of());

        assertThat(get("/api/v1/account/sessions", program).statusCode()).isEqualTo(401);
        assertThat(actionsOf(accountId(email)))
                .isEqualTo("session.opened browser, session.opened program, session.others-ended 1, session.ended ");
    }

    @Test
    void listsTheOwnSessionsAndEndsEachOfThem() throws Exception {
        var email = console.newAccount(Roles.SUPPORT);
        var one = field(open(email), "access_token");
        var ofOne = field(get("/api/v1/account/sessions", one).body(), "id");
        var two = field(open(email), "access_token");
        var ofTwo = other(get("/api/v1/account/sessions", one).body(), ofOne);
        assertThat(end(ofTwo, console.token(Roles.SUPPORT))).isEqualTo(404);
        assertThat(get("/api/v1/account/sessions", two).statusCode()).isEqualTo(200);

        assertThat(end(ofTwo, one)).isEqualTo(204);
        assertThat(get("/api/v1/account/sessions", two).statusCode()).isEqualTo(401);
        assertThat(end(ofTwo, one)).isEqualTo(404);

        var browser = console.browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        var path = "/konto/sitzungen/" + ofOne + "/beenden";
        assertThat(browser.get("/konto").body()).contains(path);
        assertThat(browser.post(path, Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/api/v1/account/sessions", one).statusCode()).isEqualTo(401);
        assertThat(browser.get("/konto").body()).doesNotContain(path);
    }

    private int end(String session, String token) {
        return console.send(console.request("/api/v1/account/sessions/" + session)
                        .header("Authorization", "Bearer " + token)
                        .DELETE())
                .statusCode();
    }

    /** The id in this list that is not the known one. */
    private static String other(String list, String known) {
        return ID.matcher(list)
                .results()
                .map(found -> found.group(1))
                .filter(id -> !id.equals(known))
                .findFirst()
                .orElseThrow();
    }

    private static String actionsOf(UUID account) throws SQLException {
        try (var admin = TestServer.admin();
                var select = admin.prepareStatement("SELECT string_agg(action || ' ' || detail, ', ' ORDER BY position)"
                        + " FROM registry.audit_entry WHERE actor_id = ?")) {
            select.setObject(1, account);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void leadsBackOnlyToAPlaceOfTheConsole() throws Exception {
        var email = console.newAccount(Roles.OPERATOR);
        var fields = Map.of("email", email, "password", ConsoleUnderTest.PASSWORD, "weiter", "//evil.example/");

        var answer = signIn(fields);

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void renewsTheTokensOfAProgramOnceForEachRefreshToken() throws Exception {
        var opened = open(console.newAccount(Roles.OPERATOR));
        var refresh = "{\"refresh_token\":\"" + field(opened, "refresh_token") + "\"}";

        var renewed = post("/api/v1/token/refresh", refresh);
        var stolen = post("/api/v1/token/refresh", refresh);

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/audit", field(renewed.body(), "access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void revokesTheSessionOfAProgram() throws Exception {
        var token = field(open(console.newAccount(Roles.OPERATOR)), "access_token");

        var answer = console.send(console.request("/api/v1/token/revoke")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/audit", token).statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotReadTheCookieBelowTheInterface() throws Exception {
        var token = field(open(console.newAccount(Roles.OPERATOR)), "access_token");

        var answer = console.send(console.request("/api/v1/audit").header("Cookie", "kk_console=" + token));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTheTokenOfACounty() throws Exception {
        var session = bean(Sessions.class)
                .openForBrowser(new Arrival(accountId(console.newAccount(Roles.OPERATOR)), false, ""));
        var own = issue("console", OperatorArea.PROVIDER, session.accountId(), session.id());
        var foreign = issue("platform", OperatorArea.PROVIDER, session.accountId(), session.id());

        assertThat(get("/api/v1/audit", own).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/audit", foreign).statusCode()).isEqualTo(401);
        assertThat(page("/protokoll", "kk_console=" + foreign).statusCode()).isEqualTo(303);
    }

    @Test
    void feelsASuspensionWithinFiveSeconds() throws Exception {
        var email = console.newAccount(Roles.OPERATOR);
        var token = field(open(email), "access_token");
        assertThat(get("/api/v1/audit", token).statusCode()).isEqualTo(200);

        try (var admin = TestServer.admin();
                var update = admin.prepareStatement(
                        "UPDATE registry.operator_account SET state = 'suspended' WHERE email = ?")) {
            update.setString(1, email);
            update.executeUpdate();
        }
        bean(TestTicker.class).jump(Duration.ofSeconds(5));

        assertThat(get("/api/v1/audit", token).statusCode()).isEqualTo(401);
        assertThat(signIn(email, ConsoleUnderTest.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void slowsDownWhoeverGuesses() throws Exception {
        var email = console.newAccount(Roles.OPERATOR);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(signIn(email, "guess number " + guess).statusCode()).isEqualTo(422);
        }

        var refused = post(
                "/api/v1/token", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, ConsoleUnderTest.PASSWORD));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        bean(TestTicker.class).jump(Duration.ofHours(1));
        assertThat(signIn(email, ConsoleUnderTest.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void refusesWhatIsNoSignIn() throws Exception {
        assertThat(post("/api/v1/token", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/token", "{\"email\":\"a\",\"password\":\"b\",\"x\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(signIn("a\0b", "c\0d").statusCode()).isIn(400, 422);
    }

    private HttpResponse<String> get(String path, String token) {
        return console.send(console.request(path).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> page(String path, String cookie) {
        return console.send(console.request(path).header("Accept", "text/html").header("Cookie", cookie));
    }

    private HttpResponse<String> post(String path, String json) {
        return console.send(console.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String open(String email) throws Exception {
        var answer = post(
                "/api/v1/token", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, ConsoleUnderTest.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static UUID accountId(String email) throws SQLException {
        try (var admin = TestServer.admin();
                var query = admin.prepareStatement("SELECT id FROM registry.operator_account WHERE email = ?")) {
            query.setString(1, email);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private String issue(String audience, UUID tenant, UUID account, UUID session) {
        return bean(Tokens.class).issue(audience, tenant, account, session, Duration.ofMinutes(5));
    }

    private <T> T bean(Class<T> type) {
        return console.bean(type);
    }
}
