package de.kreiskonzept.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.admin.Browser;
import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.admin.provisioning.Provisioning;
import de.kreiskonzept.admin.signup.CountyRequest;
import de.kreiskonzept.admin.signup.Decision;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.foundation.secondfactor.HiddenFields;
import de.kreiskonzept.foundation.secondfactor.SecretInputs;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console's side of the second factor; what both applications share is tested with the platform, too. */
@ExtendWith(ConsoleUnderTest.Given.class)
class SecondFactorIT {
    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<li>(\\d{4} \\d{4} \\d{4} \\d{4})</li>");

    private static final Pattern REVOCATION = Pattern.compile("/konto/geraete/[0-9a-f-]{36}/widerrufen");

    private final ConsoleUnderTest console;
    private String email;

    SecondFactorIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @BeforeEach
    void somebody() {
        email = console.newAccount(Roles.OPERATOR);
    }

    @AfterEach
    void theTrueTime() {
        console.bean(MovableClock.class).reset();
    }

    @Test
    void asksABrowserForTheCodeAfterThePassword() {
        var app = enrol(signIn());

        var browser = console.browser();
        browser.get("/anmelden");
        var asked = browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        assertThat(asked.headers().firstValue("Location")).contains("/anmelden/code?weiter=%2F");
        assertThat(browser.get("/protokoll").statusCode()).isEqualTo(303);

        browser.get("/anmelden/code?weiter=%2Fprotokoll");
        var code = nextCode(app);
        assertThat(browser.post("/anmelden/code", Map.of("code", "12", "weiter", "/protokoll"))
                        .statusCode())
                .isEqualTo(422);
        var in = browser.post("/anmelden/code", Map.of("code", code, "weiter", "/protokoll"));
        assertThat(in.headers().firstValue("Location")).contains("/protokoll");
        assertThat(browser.get("/protokoll").body())
                .contains("Zweiten Faktor eingerichtet", "Falscher Code bei der Anmeldung");
    }

    @Test
    void keepsTheFirstOneOnlyWithThePassword() {
        var browser = signIn();
        var page = browser.get("/konto/zweiter-faktor").body();
        var wrong = keep(browser, page, nextCode(Authenticator.of(page)), "ein falsches Passwort");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Das Passwort stimmt nicht.", offer(page));

        var token = console.tokenOf(email);
        var offered = console.postWith(token, "/api/v1/account/second-factor/offer", "")
                .body();
        var said = "{\"offer\":\"%s\",\"code\":\"%s\"}"
                .formatted(field(offered, "offer"), nextCode(new Authenticator(field(offered, "secret"))));
        assertThat(console.postWith(token, "/api/v1/account/second-factor", said)
                        .body())
                .contains("/problems/wrong-credentials");

        assertThat(keep(browser, wrong.body(), nextCode(Authenticator.of(page)), ConsoleUnderTest.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesAllThatIsMissingAtOnceAndKeepsTheOfferedKey() {
        var browser = signIn();
        var page = browser.get("/konto/zweiter-faktor").body();
        var empty = keep(browser, page, " ", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#f-password\"", "href=\"#f-code\"", offer(page));
        var halfEmpty = keep(browser, page, "123456", "");
        assertThat(halfEmpty.body()).contains("href=\"#f-password\"").doesNotContain("href=\"#f-code\"", "123456");
    }

    @Test
    void takesARecoveryCodeOfTheProvidersPeopleOnce() {
        var browser = signIn();
        var page = browser.get("/konto/zweiter-faktor").body();
        var codes = keep(browser, page, nextCode(Authenticator.of(page)), ConsoleUnderTest.PASSWORD)
                .body();
        var recovery = RECOVERY.matcher(codes);
        assertThat(recovery.find()).isTrue();

        var more = ",\"recovery_code\":\"" + recovery.group(1) + "\"";
        assertThat(token(more).statusCode()).isEqualTo(200);
        assertThat(token(more).statusCode()).isEqualTo(401);
    }

    @Test
    void remembersABrowserUntilItIsRevokedByPageOrInterface() {
        var app = enrol(signIn());
        var browser = console.browser();
        remember(browser, app);
        assertThat(signInAgain(browser)).isEqualTo("/");
        var page = browser.get("/konto").body();
        assertThat(page).contains("Dienstrechner");
        var stranger = console.browser(Roles.SUPPORT);
        stranger.get("/konto");
        assertThat(stranger.post(revocation(page), Map.of()).statusCode()).isEqualTo(404);
        assertThat(browser.post(revocation(page), Map.of()).statusCode()).isEqualTo(303);
        assertThat(signInAgain(browser)).startsWith("/anmelden/code");

        remember(browser, app);
        var token = field(token(",\"code\":\"" + nextCode(app) + "\"").body(), "access_token");
        var list = ask("GET", "/api/v1/account/devices", token).body();
        assertThat(list).contains("\"name\":\"Dienstrechner\"");
        var path = "/api/v1/account/devices/" + field(list, "id");
        assertThat(ask("DELETE", path, console.token(Roles.SUPPORT)).statusCode())
                .isEqualTo(404);
        assertThat(ask("DELETE", path, token).statusCode()).isEqualTo(204);
        assertThat(signInAgain(browser)).startsWith("/anmelden/code");
    }

    private void remember(Browser browser, Authenticator app) {
        signInAgain(browser);
        browser.get("/anmelden/code?weiter=%2F");
        var typed = Map.of("code", nextCode(app), "remember", "ja", "device", "Dienstrechner", "weiter", "/");
        assertThat(browser.post("/anmelden/code", typed).statusCode()).isEqualTo(303);
    }

    /** Where somebody is led who signs out and in again. */
    private String signInAgain(Browser browser) {
        browser.get("/konto");
        browser.post("/abmelden", Map.of());
        browser.get("/anmelden");
        return browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private static String revocation(String page) {
        var path = REVOCATION.matcher(page);
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private HttpResponse<String> ask(String method, String path, String token) {
        return console.send(console.request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void asksProgramsForTheCode() {
        var app = enrol(signIn());

        assertThat(token("").body()).contains("/problems/second-factor-required");
        var token = field(token(",\"code\":\"" + nextCode(app) + "\"").body(), "access_token");
        assertThat(console.postWith(token, "/api/v1/account/second-factor/recovery-codes", "")
                        .statusCode())
                .isEqualTo(200);
        console.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(console.postWith(token, "/api/v1/account/second-factor/recovery-codes", "")
                        .body())
                .contains("/problems/fresh-code-required");
        assertThat(console.postWith(token, "/api/v1/token/code", "{\"code\":\"" + nextCode(app) + "\"}")
                        .statusCode())
                .isEqualTo(204);
        var both = "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(ConsoleUnderTest.PASSWORD, nextCode(app));
        assertThat(console.postWith(token, "/api/v1/account/second-factor/switch-off", both)
                        .statusCode())
                .isEqualTo(204);
        assertThat(token("").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForAFreshCodeBeforeAFormForAStateIsShown() {
        var page = "/arbeitsbereiche/" + tenant();
        var browser = signIn();
        var app = enrol(browser);
        assertThat(browser.get(page).body()).contains("name=\"reason\"");

        console.bean(MovableClock.class).advance(Duration.ofMinutes(6));
        assertThat(browser.get(page).body())
                .contains("href=\"/konto/bestaetigen?weiter=" + page)
                .doesNotContain("name=\"reason\"");
        assertThat(browser.get(page + "/export").headers().firstValue("Location"))
                .hasValueSatisfying(path -> assertThat(path).startsWith("/konto/bestaetigen?weiter="));
        assertThat(browser.post(page + "/zustand", Map.of("action", "archive", "reason", "Grund", "version", "0"))
                        .statusCode())
                .isEqualTo(403);

        var trail = console.get("/api/v1/audit", Roles.OPERATOR).body();
        assertThat(trail)
                .contains(
                        "\"access.refused\",\"subject\":\"GET /arbeitsbereiche/{id}/export\",\"detail\":\"fresh-code\"",
                        "\"access.refused\",\"subject\":\"POST /arbeitsbereiche/{id}/zustand\",\"detail\":\"fresh-code\"");
        browser.get("/konto/bestaetigen?weiter=" + page);
        var given = browser.post("/konto/bestaetigen", Map.of("code", nextCode(app), "weiter", page));
        assertThat(given.headers().firstValue("Location")).contains(page);
        assertThat(browser.get(page).body()).contains("name=\"reason\"");
    }

    @Test
    void suspendsOnceWithTheReasonThatWasTypedBeforeTheCodeRanOut() {
        var page = "/arbeitsbereiche/" + tenant();
        var browser = signIn();
        var app = enrol(browser);
        var typed =
                Map.of("action", "suspend", "reason", "Wartung\r\nbis \"Montag\"", "version", version(browser, page));
        console.bean(MovableClock.class).advance(Duration.ofMinutes(6));

        var asked = browser.post(page + "/zustand", typed);
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("Was Sie eingegeben haben, ist noch da");
        assertThat(HiddenFields.of(asked.body())).isEqualTo(typed);
        var wrong = browser.post(page + "/zustand", withCode(asked, "12"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var ready = browser.post(page + "/zustand", withCode(wrong, nextCode(app)));
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(HiddenFields.of(ready.body())).isEqualTo(typed);
        assertThat(browser.get(page).body()).doesNotContain("Sperre aufheben");

        var done = browser.post(page + "/zustand", HiddenFields.of(ready.body()));
        assertThat(done.headers().firstValue("Location")).contains(page + "?erledigt=suspend");
        assertThat(browser.get(page).body()).containsOnlyOnce("bis \"Montag\"").contains("Sperre aufheben");
        assertThat(browser.post(page + "/zustand", HiddenFields.of(ready.body()))
                        .statusCode())
                .as("sent twice")
                .isEqualTo(422);
    }

    private static String version(Browser browser, String page) {
        return browser.get(page).body().replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private static Map<String, String> withCode(HttpResponse<String> asked, String code) {
        var fields = HiddenFields.of(asked.body());
        fields.put("freshCode", code);
        return fields;
    }

    @Test
    void knowsTheNamesOfAllFieldsForPasswordsAndCodes() {
        assertThat(SecretInputs.unknown(Path.of(""))).isEmpty();
    }

    private UUID tenant() {
        var county = console.county();
        var request = new CountyRequest(county, "Änne Müller", "a@k" + county.ags() + ".example");
        var id = Objects.requireNonNull(console.bean(Decision.class)
                .enter(request, Actor.without("Test"))
                .tenantId());
        console.bean(Provisioning.class).complete(id);
        return id;
    }

    private Browser signIn() {
        var browser = console.browser();
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("email", email, "password", ConsoleUnderTest.PASSWORD));
        return browser;
    }

    private Authenticator enrol(Browser browser) {
        var page = browser.get("/konto/zweiter-faktor").body();
        var app = Authenticator.of(page);
        assertThat(keep(browser, page, nextCode(app), ConsoleUnderTest.PASSWORD).statusCode())
                .isEqualTo(200);
        return app;
    }

    private static HttpResponse<String> keep(Browser browser, String page, String code, String password) {
        return browser.post("/konto/zweiter-faktor", Map.of("offer", offer(page), "code", code, "password", password));
    }

    private static String offer(String page) {
        var offer = OFFER.matcher(page);
        assertThat(offer.find()).isTrue();
        return offer.group(1);
    }

    private HttpResponse<String> token(String more) {
        return console.send(console.request("/api/v1/token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, ConsoleUnderTest.PASSWORD, more))));
    }

    private String nextCode(Authenticator app) {
        var clock = console.bean(MovableClock.class);
        clock.advance(Duration.ofSeconds(60));
        return app.code(clock.instant());
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
