package de.kreiskonzept.admin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.MovableClock;
import de.kreiskonzept.admin.TestTicker;
import de.kreiskonzept.admin.operator.Operators;
import de.kreiskonzept.admin.operator.Roles;
import de.kreiskonzept.foundation.secondfactor.Authenticator;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console as it is outside local use: none of the provider's people does anything without a second factor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequiredSecondFactorIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedServer console;

    @BeforeAll
    void start() {
        var settings = new HashMap<>(ConsoleUnderTest.settings());
        settings.put("kreiskonzept.second-factor-required", true);
        console = ApplicationContext.run(EmbeddedServer.class, settings, "console", "local", "test");
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void opensNothingBeforeItIsSetUpAndWantsFreshCodesForWhatIsDangerous() throws Exception {
        var email = newAccount(Roles.OPERATOR);
        var token = field(signIn(email, "").body(), "access_token");
        assertThat(get("/api/v1/tenants", token).body()).contains("/problems/second-factor-not-set-up");

        var app = enrol(token);
        assertThat(get("/api/v1/tenants", token).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/audit", token).body())
                .contains("\"access.refused\",\"subject\":\"GET /api/v1/tenants\",\"detail\":\"second-factor\"");
        assertThat(post("/api/v1/account/second-factor/switch-off", token, both(app))
                        .body())
                .contains("/problems/second-factor-needed");

        var tenant = "/api/v1/tenants/" + UUID.randomUUID();
        assertThat(get(tenant + "/export", token).statusCode()).isEqualTo(404);
        console.getApplicationContext().getBean(MovableClock.class).advance(Duration.ofMinutes(6));
        for (var action : new String[] {"/archive", "/suspend", "/deletion", "/move", "/support/tickets"}) {
            assertThat(post(tenant + action, token, "{\"reason\":\"Grund\"}").body())
                    .contains("/problems/fresh-code-required");
        }
        assertThat(get(tenant + "/export", token).body()).contains("/problems/fresh-code-required");
        assertThat(put("/api/v1/operators/" + UUID.randomUUID() + "/role", token, "{\"role\":\"support\"}")
                        .body())
                .contains("/problems/fresh-code-required");
        assertThat(post("/api/v1/token/code", token, "{\"code\":\"" + code(app) + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get(tenant + "/export", token).statusCode()).isEqualTo(404);
    }

    @Test
    void letsSupportDoNothingWithoutItEither() throws Exception {
        var token = field(signIn(newAccount(Roles.SUPPORT), "").body(), "access_token");
        assertThat(get("/api/v1/tenants", token).statusCode()).isEqualTo(403);
    }

    @Test
    void endsALostOneFromTheCommandLineWithAllSessions() throws Exception {
        var email = newAccount(Roles.OPERATOR);
        var token = field(signIn(email, "").body(), "access_token");
        enrol(token);
        bean(Operators.class).resetSecondFactor(email);
        bean(TestTicker.class).jump(Duration.ofSeconds(5));
        assertThat(get("/api/v1/tenants", token).statusCode()).isEqualTo(401);
        assertThat(signIn(email, "").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> bean(Operators.class).resetSecondFactor(email)).isInstanceOf(Refusal.class);
    }

    private Authenticator enrol(String token) throws Exception {
        var offer = post("/api/v1/account/second-factor/offer", token, "").body();
        var app = new Authenticator(field(offer, "secret"));
        var kept = "{\"offer\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}"
                .formatted(field(offer, "offer"), code(app), ConsoleUnderTest.PASSWORD);
        assertThat(post("/api/v1/account/second-factor", token, kept).statusCode())
                .isEqualTo(200);
        return app;
    }

    private String newAccount(String role) {
        var email = role + "-" + UUID.randomUUID() + "@betreiber.example";
        bean(Operators.class).create(email, "Prüfperson", role, ConsoleUnderTest.PASSWORD);
        return email;
    }

    private String both(Authenticator app) {
        return "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(ConsoleUnderTest.PASSWORD, code(app));
    }

    private String code(Authenticator app) {
        var clock = bean(MovableClock.class);
        clock.advance(Duration.ofSeconds(60));
        return app.code(clock.instant());
    }

    private HttpResponse<String> signIn(String email, String more) throws Exception {
        return send(request("/api/v1/token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, ConsoleUnderTest.PASSWORD, more))));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> post(String path, String token, String json) throws Exception {
        return sendJson("POST", path, token, json);
    }

    private HttpResponse<String> put(String path, String token, String json) throws Exception {
        return sendJson("PUT", path, token, json);
    }

    private HttpResponse<String> sendJson(String method, String path, String token, String json) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console.getURL() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private <T> T bean(Class<T> type) {
        return console.getApplicationContext().getBean(type);
    }

    private static String field(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
