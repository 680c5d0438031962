package de.kreiskonzept.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the two applications meet: only in the database, over HTTP as everybody sees them, with real tokens and real time. */
class BothApplicationsIT {
    private static final Duration FELT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final SystemUnderTest SYSTEM = SystemUnderTest.shared();
    private static HttpClient http;
    private static String operator;
    private static String admin;

    @BeforeAll
    static void signIn() throws Exception {
        http = HttpClient.newHttpClient();
        operator = token(SYSTEM.console("/api/v1/token"), SYSTEM.account("provider", "operator"));
        admin = adminOfCounty();
    }

    private static String adminOfCounty() throws Exception {
        return token(SYSTEM.platform("/api/v1/waldshut/token"), SYSTEM.account("waldshut", "admin"));
    }

    @AfterAll
    static void leave() {
        http.close();
    }

    @Test
    void aSuspensionIsFeltWithinFiveSecondsAndSoIsItsEndButSessionsAreOver() throws Exception {
        var tenant = tenant();
        var page = SYSTEM.platform("/waldshut/anmelden");
        var interfaceOfCounty = SYSTEM.platform("/api/v1/waldshut/konten");
        assertThat(get(page, "").statusCode()).isEqualTo(200);
        assertThat(get(interfaceOfCounty, admin).statusCode()).isEqualTo(200);
        try {
            change(tenant, "suspend");
            var start = System.nanoTime();
            awaitStatus(page, "", 403, start);
            awaitStatus(interfaceOfCounty, admin, 403, start);
            assertThat(get(page, "").body()).contains("vorübergehend gesperrt");
            assertThat(get(SYSTEM.platform("/konstanz/anmelden"), "").statusCode())
                    .isEqualTo(200);
        } finally {
            change(tenant, "resume");
        }
        var start = System.nanoTime();
        awaitStatus(page, "", 200, start);
        awaitStatus(interfaceOfCounty, admin, 401, start);
        admin = adminOfCounty();
        assertThat(get(interfaceOfCounty, admin).statusCode()).isEqualTo(200);
    }

    @Test
    void theTokenOfOneIsWorthlessAtTheOther() throws Exception {
        assertThat(get(SYSTEM.console("/api/v1/tenants"), operator).statusCode())
                .isEqualTo(200);
        assertThat(get(SYSTEM.console("/api/v1/tenants"), admin).statusCode()).isEqualTo(401);
        assertThat(get(SYSTEM.platform("/api/v1/waldshut/konten"), operator).statusCode())
                .isEqualTo(401);
        assertThat(cookie(SYSTEM.console("/arbeitsbereiche"), "kk_console=" + operator)
                        .statusCode())
                .isEqualTo(200);
        assertThat(cookie(SYSTEM.console("/arbeitsbereiche"), "kk_console=" + admin)
                        .statusCode())
                .isEqualTo(303);
        assertThat(cookie(SYSTEM.platform("/waldshut/"), "kk_session=" + admin).statusCode())
                .isEqualTo(200);
        assertThat(cookie(SYSTEM.platform("/waldshut/"), "kk_session=" + operator)
                        .statusCode())
                .isEqualTo(303);
    }

    private static void awaitStatus(String address, String token, int status, long start) throws Exception {
        var answer = get(address, token);
        while (answer.statusCode() != status && System.nanoTime() - start < FELT.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            answer = get(address, token);
        }
        assertThat(answer.statusCode()).as(address).isEqualTo(status);
    }

    private static String tenant() throws Exception {
        var found = ID.matcher(
                get(SYSTEM.console("/api/v1/tenants?search=Waldshut"), operator).body());
        assertThat(found.find()).isTrue();
        return SYSTEM.console("/api/v1/tenants/" + found.group(1));
    }

    private static void change(String tenant, String what) throws Exception {
        var version = get(tenant, operator).headers().firstValue("ETag").orElseThrow();
        var answer = http.send(
                request(tenant + "/" + what, operator)
                        .header("If-Match", version)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\":\"Probe der Sperre\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String token(String address, SystemUnderTest.Account account) throws Exception {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), account.password());
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        var token = TOKEN.matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return token.group(1);
    }

    private static HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        return http.send(request(address, token).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> cookie(String address, String cookie) throws IOException, InterruptedException {
        return http.send(request(address, "").header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
