package de.kreiskonzept.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of a test run, set up and with a migrated registry: the server of KK_DATABASE_URL (with a superuser's name and
 * password in it) where that is set, a container where a Docker engine answers, the embedded one else. One for the whole JVM.
 */
public final class TestServer {
    public static final String PLATFORM_PASSWORD = "platform-in-tests";
    public static final String ADMIN_PASSWORD = "admin-in-tests";

    private static final class Shared {
        static final DatabaseServer SERVER = start();
    }

    private TestServer() {}

    /** The server of this JVM; started on first use, stopped at its end. */
    public static DatabaseServer shared() {
        return Shared.SERVER;
    }

    /** A fresh database on the same server, set up, without a registry: for tests that change all workspaces. */
    public static DatabaseServer another() throws SQLException {
        try (Connection superuser = shared().superuser();
                var statement = superuser.createStatement()) {
            String name = "kreiskonzept_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'"
                    + " LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'");
            String url = superuser.getMetaData().getURL();
            DatabaseServer server =
                    DatabaseServer.running(url.replaceFirst("(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name));
            server.setUp(PLATFORM_PASSWORD, ADMIN_PASSWORD);
            return server;
        }
    }

    /** A new connection of kk_admin; the caller closes it. */
    public static Connection admin() throws SQLException {
        return shared().as("kk_admin", ADMIN_PASSWORD);
    }

    /** A new connection of kk_platform; the caller closes it. */
    public static Connection platform() throws SQLException {
        return shared().as("kk_platform", PLATFORM_PASSWORD);
    }

    private static DatabaseServer start() {
        try {
            DatabaseServer server = Optional.ofNullable(System.getenv("KK_DATABASE_URL"))
                    .map(DatabaseServer::running)
                    .orElseGet(TestServer::containerOrEmbedded);
            server.setUp(PLATFORM_PASSWORD, ADMIN_PASSWORD);
            try (Connection admin = server.as("kk_admin", ADMIN_PASSWORD)) {
                new RegistrySchema().migrate(admin);
            }
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the PostgreSQL of the tests does not start", e);
        }
    }

    private static DatabaseServer containerOrEmbedded() {
        try {
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withDatabaseName(DatabaseServer.DATABASE)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=icu --icu-locale=de-DE");
        container.start();
        String url = container.getJdbcUrl().replaceFirst("\\?.*", "") + "?user=" + container.getUsername()
                + "&password=" + container.getPassword();
        return DatabaseServer.running(url, container::close);
    }

    private static DatabaseServer embedded() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("kreiskonzept-test");
        DatabaseServer server = DatabaseServer.embedded(folder, 0, false);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        return server;
    }

    private static void stop(DatabaseServer server, Path folder) {
        try {
            server.close();
            // A county has 600 files. Nobody waits for the end of this process until those of a whole run are gone.
            new ProcessBuilder("nice", "-n", "19", "rm", "-rf", folder.toString()).start();
        } catch (Exception e) {
            System.err.println("the PostgreSQL of the tests did not stop: " + e.getMessage());
        }
    }
}
