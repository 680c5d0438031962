package de.kreiskonzept.foundation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.trace.CollectorUnderTest;
import de.kreiskonzept.foundation.web.Wire;
import io.micronaut.context.ApplicationContext;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What holds for each application as an operator starts it: outside local use, by the settings of the environment alone. Each module
 * runs it for its own.
 */
public abstract class StartContract {
    private static final String OUTSIDE = "https://kreiskonzept.example";

    private static final Pattern HIDDEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private static final Pattern MOST_CONNECTIONS = Pattern.compile("hikaricp_connections_max\\{[^}]*} ([0-9.]+)");

    private static final String NAME = "kanarienvogel";
    private static final String CANARY = NAME + "@kreis.example";

    private final Application application;

    @TempDir
    private Path data;

    protected StartContract(Application application) {
        this.application = application;
    }

    /**
     * What differs between the applications.
     *
     * @param main its main class
     * @param environment its Micronaut environment
     * @param login its login at the database
     * @param password of that login
     * @param loginSetting prefix of the settings that name the login, followed by USER and PASSWORD
     * @param portSetting prefix of the settings that name its ports, followed by PORT and MANAGEMENT_PORT
     * @param page path of a page that everybody may open
     */
    public record Application(
            Class<?> main,
            String environment,
            String login,
            String password,
            String loginSetting,
            String portSetting,
            String page) {}

    /**
     * Somebody who may sign in.
     *
     * @param page path of the sign-in page
     */
    public record Account(String page, String email, String password) {}

    /** A new account in the database of the tests. */
    protected abstract Account account() throws Exception;

    /**
     * What the log of an application may know of an account and may not.
     *
     * @param schema in which the accounts and the outbox lie
     * @param accounts table of the accounts
     * @param field that stands on each line of a request; empty where there is none
     * @param secret words that stand nowhere, such as the county's name
     */
    public record Traces(Account account, String schema, String accounts, String field, List<String> secret) {}

    /** A new account and what it leaves. */
    protected abstract Traces traces() throws Exception;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KK_JWT_SECRET | too short | KK_JWT_SECRET is missing or weak",
                "KK_JWT_SECRET | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | KK_JWT_SECRET is missing or weak",
                "KK_SECOND_FACTOR_SECRET | too short | KK_SECOND_FACTOR_SECRET is missing or weak",
                "KK_DATABASE_URL | | KK_DATABASE_URL is missing",
                "USER | nobody | The database at KK_DATABASE_URL does not let the application in",
                "KK_SMTP_URL | | KK_SMTP_URL is missing",
                "KK_SMTP_URL | http://mail.example | KK_SMTP_URL must be",
                "KK_MAIL_FROM | nobody | KK_MAIL_FROM is not a mail address",
                "KK_TIME_ZONE | Europe/Konstanz | KK_TIME_ZONE is not a time zone",
                "KK_LOG | xml | KK_LOG must be text or json",
                "KK_TRACES_URL | collector:4318 | KK_TRACES_URL must be like http://collector:4318",
                "KK_QUOTA_JOBS | -1 | KK_QUOTA_REQUESTS, KK_QUOTA_JOBS, KK_QUOTA_MEGABYTES and KK_QUOTA_ACCOUNTS must be"
            })
    protected void refusesToStartWithOneSentence(String setting, String value, String sentence) throws Exception {
        var settings = settings();
        var name = setting.equals("USER") ? application.loginSetting() + setting : setting;
        settings.remove(name);
        if (value != null) {
            settings.put(name, value);
        }
        assertThatThrownBy(() -> start(settings))
                .satisfies(failure -> assertThat(Start.sentence(failure).orElse(String.valueOf(failure)))
                        .startsWith(sentence));
    }

    private void start(Map<String, String> settings) {
        try (var context = ApplicationContext.builder(application.environment())
                .deduceEnvironment(false)
                .properties(new HashMap<>(settings))
                .start()) {
            throw new AssertionError("it started: " + context);
        }
    }

    @Test
    protected void endsWithoutASecretAfterOneSentence() throws Exception {
        var settings = settings();
        settings.remove("KK_JWT_SECRET");
        try (var refused = ApplicationProcess.start(application.main(), settings)) {
            assertThat(refused.refusal().lines())
                    .singleElement()
                    .asString()
                    .startsWith("2 KK_JWT_SECRET is missing or weak");
        }
    }

    @Test
    protected void readsItsSettingsAndShowsItsHealthToThisMachineOnly() throws Exception {
        var settings = settings();
        try (var started = ApplicationProcess.start(application.main(), settings)) {
            var management = "http://127.0.0.1:" + settings.get(application.portSetting() + "MANAGEMENT_PORT");
            assertThat(started.awaitAnswer(management + "/health/readiness", 200)
                            .body())
                    .contains("UP")
                    .doesNotContain("jdbc:");
            assertThat(started.get(management + "/health/liveness").statusCode())
                    .isEqualTo(200);
            String metrics = started.get(management + "/metrics").body();
            assertThat(metrics)
                    .contains("jvm_memory_used_bytes", "http_server_requests", "kreiskonzept_outbox_waiting");
            assertThat(MOST_CONNECTIONS
                            .matcher(metrics)
                            .results()
                            .mapToDouble(pool -> Double.parseDouble(pool.group(1)))
                            .sum())
                    .isEqualTo(3);

            var everybody = "http://127.0.0.1:" + settings.get(application.portSetting() + "PORT");
            var page = started.get(everybody + application.page());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            for (var path : new String[] {"/health", "/health/readiness", "/metrics", "/env", "/beans"}) {
                assertThat(started.get(everybody + path).statusCode()).as(path).isIn(303, 401, 404);
                assertThat(started.get(everybody + path).body()).doesNotContain("\"status\":\"UP\"", "jvm_memory");
            }
            var outside = address();
            if (outside.isPresent()) {
                var other = "http://" + outside.get().getHostAddress() + ":";
                assertThat(started.get(other + settings.get(application.portSetting() + "PORT") + application.page())
                                .statusCode())
                        .isEqualTo(200);
                assertThatThrownBy(() -> started.get(
                                other + settings.get(application.portSetting() + "MANAGEMENT_PORT") + "/metrics"))
                        .isInstanceOf(ConnectException.class);
            }
            cookiesTravelEncryptedOnly(everybody);
            losesReadinessButNotItsLifeWithTheRegistry(started, management);
        }
    }

    private void cookiesTravelEncryptedOnly(String everybody) throws Exception {
        var account = account();
        var wire = new Wire(everybody);
        var opened = wire.send("GET", account.page());
        var entered = enter(wire, opened, account);
        assertThat(entered.status()).as(entered.toString()).isEqualTo(303);
        assertThat(List.of(
                        opened.values("Set-Cookie").getFirst(),
                        entered.values("Set-Cookie").getFirst()))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HTTPOnly", "; SameSite=Strict"));
        letsNobodyDoAnythingWithoutASecondFactor(
                wire, account, entered.values("Set-Cookie").getFirst());
    }

    private static void letsNobodyDoAnythingWithoutASecondFactor(Wire wire, Account account, String session)
            throws Exception {
        var home = account.page().substring(0, account.page().lastIndexOf('/') + 1);
        var answer = wire.send("GET", home, "Cookie: " + session.split(";", 2)[0]);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.values("Location")).containsExactly(home + "konto/zweiter-faktor");
    }

    private static Wire.Answer enter(Wire wire, Wire.Answer opened, Account account) throws Exception {
        var hidden = HIDDEN.matcher(opened.body());
        assertThat(hidden.find()).as(opened.toString()).isTrue();
        var form = "csrfToken=%s&email=%s&password=%s"
                .formatted(
                        hidden.group(1),
                        account.email(),
                        URLEncoder.encode(account.password(), StandardCharsets.UTF_8));
        return wire.send(
                "POST",
                account.page(),
                form.getBytes(StandardCharsets.US_ASCII),
                "Cookie: " + opened.values("Set-Cookie").getFirst().split(";", 2)[0],
                "Content-Type: application/x-www-form-urlencoded");
    }

    @Test
    protected void writesLinesThatCanBeFollowedAndNameNobody() throws Exception {
        var settings = settings();
        var collector = CollectorUnderTest.start();
        settings.put("KK_LOG", "json");
        settings.put("KK_TRACES_URL", collector.url());
        settings.put("KK_MANAGEMENT_HOST", "0.0.0.0");
        var output = data.resolve("log");
        var traces = traces();
        var secrets = new ArrayList<>(traces.secret());
        secrets.add(NAME);
        try (collector;
                var started = ApplicationProcess.start(
                        application.main(), settings, ProcessBuilder.Redirect.to(output.toFile()))) {
            var management = "http://127.0.0.1:" + settings.get(application.portSetting() + "MANAGEMENT_PORT");
            started.awaitAnswer(management + "/health/readiness", 200);
            waitsInVain(traces);
            var wire = new Wire("http://127.0.0.1:" + settings.get(application.portSetting() + "PORT"));
            var refused = wire.send("GET", "/" + CANARY + "?mail=" + CANARY, "X-Request-Id: " + CANARY);
            assertThat(refused.values("X-Request-Id"))
                    .singleElement()
                    .asString()
                    .matches("[0-9a-f]{12}");
            var fault = fault(wire, traces);

            var lines = started.awaitLine(output, "was not sent");
            var number = fault.values("X-Request-Id").getFirst();
            assertThat(fault.body()).contains(number);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith("{\"time\":\"")
                            .contains("\"level\":\"", "\"logger\":\"", "\"message\":\"")
                            .doesNotContain(secrets));
            assertThat(lines)
                    .filteredOn(line -> line.contains("\"request\":\"" + number + "\""))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(line -> assertThat(line).contains(traces.field()))
                    .anySatisfy(line -> assertThat(line).contains("\"status\":500", "\"duration\":"))
                    .anySatisfy(line -> assertThat(line).contains("fault " + number, "42P01"));
            assertThat(started.get(management + "/metrics").body()).doesNotContain(secrets);
            tellsACollectorNoMoreThanTheLog(collector, number, secrets);
            opensItsManagementToOthersWhereItIsTold(started, settings);
        } finally {
            asSuperuser("DELETE FROM %s.mail_outbox WHERE subject = '%s'".formatted(traces.schema(), CANARY));
        }
    }

    private void tellsACollectorNoMoreThanTheLog(CollectorUnderTest collector, String number, List<String> secrets)
            throws InterruptedException {
        var request = collector.awaitSpan("kreiskonzept.request", number);
        assertThat(request.getName()).startsWith("POST /");
        assertThat(CollectorUnderTest.attributes(request))
                .containsEntry("http.response.status_code", "500")
                .containsKey("http.route");
        assertThat(collector.awaitSpan("db.response.status_code", "42P01")).satisfies(statement -> {
            assertThat(statement.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(statement.getName()).startsWith("SELECT ");
        });
        assertThat(collector.spans()).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContain(secrets);
            assertThat(CollectorUnderTest.attributes(span).keySet()).isSubsetOf(CollectorUnderTest.KNOWN);
        });
    }

    private void opensItsManagementToOthersWhereItIsTold(ApplicationProcess started, Map<String, String> settings)
            throws Exception {
        var outside = address();
        if (outside.isPresent()) {
            var management = "http://" + outside.get().getHostAddress() + ":"
                    + settings.get(application.portSetting() + "MANAGEMENT_PORT");
            assertThat(started.get(management + "/health/liveness").statusCode())
                    .isEqualTo(200);
        }
    }

    private static void waitsInVain(Traces traces) throws SQLException {
        asSuperuser("""
                INSERT INTO %s.mail_outbox
                  (id, recipient, subject, body, state, attempts, next_attempt_at, created_at, modified_at, version)
                VALUES (gen_random_uuid(), '%s', '%s', '%s', 'waiting', 0, now() - interval '1 day', now(), now(), 0)""".formatted(traces.schema(), CANARY, CANARY, CANARY));
    }

    private static Wire.Answer fault(Wire wire, Traces traces) throws Exception {
        var page = traces.account().page();
        var opened = wire.send("GET", page);
        var table = "%s.%s".formatted(traces.schema(), traces.accounts());
        asSuperuser("ALTER TABLE %s RENAME TO elsewhere".formatted(table));
        try {
            var answer = enter(wire, opened, new Account(page, CANARY, CANARY));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
            return answer;
        } finally {
            asSuperuser("ALTER TABLE %s.elsewhere RENAME TO %s".formatted(traces.schema(), traces.accounts()));
        }
    }

    private void losesReadinessButNotItsLifeWithTheRegistry(ApplicationProcess started, String management)
            throws Exception {
        asSuperuser("ALTER ROLE " + application.login() + " NOLOGIN");
        try {
            asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + application.login()
                    + "'");
            started.awaitAnswer(management + "/health/readiness", 503);
            assertThat(started.get(management + "/health/liveness").statusCode())
                    .isEqualTo(200);
        } finally {
            asSuperuser("ALTER ROLE " + application.login() + " LOGIN");
        }
        started.awaitAnswer(management + "/health/readiness", 200);
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = TestServer.shared().superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("KK_DATABASE_URL", TestServer.shared().url());
        settings.put(application.loginSetting() + "USER", application.login());
        settings.put(application.loginSetting() + "PASSWORD", application.password());
        settings.put("KK_POOL_SIZE", "3");
        settings.put("KK_JWT_SECRET", "a-secret-that-only-the-tests-know-0123456789");
        settings.put("KK_PUBLIC_URL", OUTSIDE);
        settings.put("KK_CONSOLE_URL", OUTSIDE);
        settings.put("KK_SMTP_URL", "smtp://127.0.0.1:1");
        settings.put("KK_MAIL_FROM", "Kreiskonzept <absender@betreiber.example>");
        settings.put("KK_TIME_ZONE", "Europe/Berlin");
        settings.put("KK_DATA_DIR", data.toString());
        settings.put(application.portSetting() + "PORT", ApplicationProcess.freePort());
        settings.put(application.portSetting() + "MANAGEMENT_PORT", ApplicationProcess.freePort());
        return settings;
    }

    /** An address of this machine that is not its loopback; empty where it has none. */
    private static Optional<InetAddress> address() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                .findFirst();
    }
}
