package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.foundation.job.ApplicationProcess;
import de.kreiskonzept.foundation.job.Start;
import io.micronaut.context.ApplicationContext;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application as an operator starts it: outside local use, by the settings of the environment alone. */
class StartIT {
    private static final String OUTSIDE = "https://kreiskonzept.example";

    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KK_JWT_SECRET | too short | KK_JWT_SECRET is missing or weak",
                "KK_JWT_SECRET | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | KK_JWT_SECRET is missing or weak",
                "KK_DATABASE_URL | | KK_DATABASE_URL is missing",
                "KK_ADMIN_DB_USER | nobody | The database at KK_DATABASE_URL does not let the application in",
                "KK_SMTP_URL | | KK_SMTP_URL is missing",
                "KK_SMTP_URL | http://mail.example | KK_SMTP_URL must be",
                "KK_MAIL_FROM | nobody | KK_MAIL_FROM is not a mail address",
                "KK_TIME_ZONE | Europe/Konstanz | KK_TIME_ZONE is not a time zone"
            })
    void refusesToStartWithOneSentence(String setting, String value, String sentence) throws Exception {
        var settings = settings();
        settings.remove(setting);
        if (value != null) {
            settings.put(setting, value);
        }
        assertThatThrownBy(() -> start(settings))
                .satisfies(failure -> assertThat(Start.sentence(failure).orElse(String.valueOf(failure)))
                        .startsWith(sentence));
    }

    private static void start(Map<String, String> settings) {
        try (var context = ApplicationContext.builder("console")
                .deduceEnvironment(false)
                .properties(new HashMap<>(settings))
                .start()) {
            throw new AssertionError("it started: " + context);
        }
    }

    @Test
    void endsWithoutASecretAfterOneSentence() throws Exception {
        var settings = settings();
        settings.remove("KK_JWT_SECRET");
        try (var refused = ApplicationProcess.start(Console.class, settings)) {
            assertThat(refused.refusal().lines())
                    .singleElement()
                    .asString()
                    .startsWith("2 KK_JWT_SECRET is missing or weak");
        }
    }

    @Test
    void readsItsSettingsAndShowsItsHealthToThisMachineOnly() throws Exception {
        var settings = settings();
        try (var started = ApplicationProcess.start(Console.class, settings)) {
            var management = "http://127.0.0.1:" + settings.get("KK_CONSOLE_MANAGEMENT_PORT");
            assertThat(started.awaitAnswer(management + "/health/readiness", 200)
                            .body())
                    .contains("UP")
                    .doesNotContain("jdbc:");
            assertThat(started.get(management + "/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(started.get(management + "/metrics").body())
                    .contains("jvm_memory_used_bytes", "http_server_requests")
                    .containsPattern("hikaricp_connections_max\\{[^}]*} 3\\.0");

            var everybody = "http://127.0.0.1:" + settings.get("KK_CONSOLE_PORT");
            var page = started.get(everybody + "/anmelden");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            for (var path : new String[] {"/health", "/health/readiness", "/metrics", "/env", "/beans"}) {
                assertThat(started.get(everybody + path).statusCode()).as(path).isIn(303, 401, 404);
                assertThat(started.get(everybody + path).body()).doesNotContain("\"status\":\"UP\"", "jvm_memory");
            }
            var outside = address();
            if (outside.isPresent()) {
                var other = "http://" + outside.get().getHostAddress() + ":";
                assertThat(started.get(other + settings.get("KK_CONSOLE_PORT") + "/anmelden")
                                .statusCode())
                        .isEqualTo(200);
                assertThatThrownBy(() -> started.get(other + settings.get("KK_CONSOLE_MANAGEMENT_PORT") + "/metrics"))
                        .isInstanceOf(ConnectException.class);
            }
            losesReadinessButNotItsLifeWithTheRegistry(started, management);
        }
    }

    private static void losesReadinessButNotItsLifeWithTheRegistry(ApplicationProcess started, String management)
            throws Exception {
        asSuperuser("ALTER ROLE kk_admin NOLOGIN");
        try {
            asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kk_admin'");
            started.awaitAnswer(management + "/health/readiness", 503);
            assertThat(started.get(management + "/health/liveness").statusCode())
                    .isEqualTo(200);
        } finally {
            asSuperuser("ALTER ROLE kk_admin LOGIN");
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
        settings.put("KK_ADMIN_DB_USER", "kk_admin");
        settings.put("KK_ADMIN_DB_PASSWORD", TestServer.ADMIN_PASSWORD);
        settings.put("KK_POOL_SIZE", "3");
        settings.put("KK_JWT_SECRET", "a-secret-that-only-the-tests-know-0123456789");
        settings.put("KK_PUBLIC_URL", OUTSIDE);
        settings.put("KK_CONSOLE_URL", OUTSIDE);
        settings.put("KK_SMTP_URL", "smtp://127.0.0.1:1");
        settings.put("KK_MAIL_FROM", "Kreiskonzept <absender@betreiber.example>");
        settings.put("KK_TIME_ZONE", "Europe/Berlin");
        settings.put("KK_DATA_DIR", data.toString());
        settings.put("KK_CONSOLE_PORT", ApplicationProcess.freePort());
        settings.put("KK_CONSOLE_MANAGEMENT_PORT", ApplicationProcess.freePort());
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
