package de.kreiskonzept.deploy;

import static java.util.Map.entry;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.RegistrySchema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import liquibase.exception.LiquibaseException;

/** Console and platform in one process, each in a context of its own, on one PostgreSQL. Closing it stops all three. */
public final class LocalSystem implements AutoCloseable {
    private static final String DATABASE_PORT = "database.port";
    private static final String DATABASE_URL = "database.url";
    private static final Duration PATIENCE_WITH_PORTS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final LocalOptions options;
    private final LocalSecrets secrets;
    private final DatabaseServer database;
    private final ExampleCounties examples;
    private final ApplicationContext console;
    private final ApplicationContext platform;

    private LocalSystem(LocalOptions options, LocalSecrets secrets, DatabaseServer database) throws StartRefused {
        this.options = options;
        this.secrets = secrets;
        this.database = database;
        this.examples = new ExampleCounties(secrets);
        this.console = context("console", "kk_admin", options.consolePort(), options.consoleManagementPort());
        migrate();
        if (options.examples()) {
            examples.create(console);
        }
        this.platform = context("platform", "kk_platform", options.port(), options.platformManagementPort());
        if (options.examples()) {
            examples.fill(platform);
        }
    }

    private void migrate() throws StartRefused {
        try {
            LocalMigration.complete(console);
        } catch (StartRefused e) {
            console.close();
            stopDatabase();
            throw e;
        }
    }

    /**
     * Starts everything and returns once both applications answer.
     *
     * @throws StartRefused where a port is taken, the data folder cannot be written or is in use
     */
    public static LocalSystem start(LocalOptions options) throws StartRefused {
        for (int port : options.ports()) {
            requireFree(port);
        }
        LocalSecrets secrets = secrets(options.data());
        DatabaseServer database = database(options, secrets);
        LocalSystem system = new LocalSystem(options, secrets, database);
        system.requireReady(options.consoleManagementPort());
        system.requireReady(options.platformManagementPort());
        return system;
    }

    private static void requireFree(int port) throws StartRefused {
        if (!free(port)) {
            throw new StartRefused(
                    "Port " + port + " is in use: stop what listens there, or choose others with --port N.");
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static LocalSecrets secrets(Path folder) throws StartRefused {
        try {
            return LocalSecrets.in(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new StartRefused("The data folder " + folder.toAbsolutePath()
                    + " cannot be written: choose another one with --data DIR.");
        }
    }

    private static DatabaseServer database(LocalOptions options, LocalSecrets secrets) throws StartRefused {
        try {
            DatabaseServer server = options.database().isPresent()
                    ? DatabaseServer.running(options.database().get())
                    : embedded(options, secrets);
            server.setUp(secrets.password("database.kk_platform"), secrets.password("database.kk_admin"));
            try (Connection admin = server.as("kk_admin", secrets.password("database.kk_admin"))) {
                new RegistrySchema().migrate(admin);
            }
            secrets.keep(DATABASE_URL, server.url());
            return server;
        } catch (IOException | SQLException | LiquibaseException | UncheckedIOException e) {
            throw new StartRefused((options.database().isPresent()
                            ? "The PostgreSQL of --database cannot be used: "
                            : "PostgreSQL does not start in " + options.data().toAbsolutePath() + ": ")
                    + e.getMessage());
        }
    }

    private static DatabaseServer embedded(LocalOptions options, LocalSecrets secrets)
            throws IOException, SQLException, StartRefused {
        Path folder = options.data().toAbsolutePath().resolve("postgres");
        int port = secrets.number(DATABASE_PORT, options.databasePort());
        // A server that outlived a killed start still holds its port; the next start takes it over.
        if (!free(port) && !Files.exists(folder.resolve("postmaster.pid"))) {
            port = Integer.parseInt(secrets.keep(DATABASE_PORT, Integer.toString(anyFreePort())));
        }
        try {
            return DatabaseServer.embedded(folder, port, true);
        } catch (IllegalStateException e) {
            throw new StartRefused("The data folder " + options.data().toAbsolutePath()
                    + " is in use: stop the other start, or choose another folder with --data DIR.");
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ApplicationContext context(String application, String login, int port, int managementPort) {
        var settings = new HashMap<String, Object>(Map.ofEntries(
                entry("datasources.default.url", database.url()),
                entry("datasources.default.username", login),
                entry("datasources.default.password", secrets.password("database." + login)),
                entry("micronaut.server.host", "localhost"),
                entry("micronaut.server.port", port),
                entry("endpoints.all.port", managementPort),
                entry("kreiskonzept.public-url", platformUrl()),
                entry("kreiskonzept.console-url", consoleUrl()),
                entry("kreiskonzept.data-dir", options.data().toAbsolutePath().toString()),
                entry("kreiskonzept.jwt-secret", secrets.signingSecret("jwt")),
                entry("kreiskonzept.example-counties", examples.created())));
        options.smtp().ifPresent(url -> settings.put("kreiskonzept.smtp-url", url));
        ApplicationContext context = ApplicationContext.builder(application, "local")
                .deduceEnvironment(false)
                .properties(settings)
                .start();
        context.getBean(EmbeddedServer.class).start();
        return context;
    }

    private void requireReady(int managementPort) throws StartRefused {
        URI address = URI.create("http://localhost:" + managementPort + "/health/readiness");
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StartRefused("The start is not ready, " + address + " says: " + answer.body());
            }
        } catch (IOException e) {
            throw new StartRefused("The start does not answer at " + address + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.");
        }
    }

    /** Address of the platform, without a slash at the end. */
    public String platformUrl() {
        return "http://localhost:" + options.port();
    }

    /** Address of the provider's console, without a slash at the end. */
    public String consoleUrl() {
        return "http://localhost:" + options.consolePort();
    }

    /** Address of health and metrics of the platform, without a slash at the end. */
    public String platformManagementUrl() {
        return "http://localhost:" + options.platformManagementPort();
    }

    /** Address of health and metrics of the console, without a slash at the end. */
    public String consoleManagementUrl() {
        return "http://localhost:" + options.consoleManagementPort();
    }

    /** JDBC URL of the database, without user and password. */
    public String databaseUrl() {
        return database.url();
    }

    /** The running console. */
    public ApplicationContext console() {
        return console;
    }

    /** The running platform. */
    public ApplicationContext platform() {
        return platform;
    }

    /** One line for each example account: {@code account: <county or provider> <role> <e-mail> <password>}. */
    public List<String> accounts() {
        return examples.lines();
    }

    @Override
    public void close() {
        platform.close();
        console.close();
        stopDatabase();
        awaitFreePorts();
    }

    private void stopDatabase() {
        try {
            database.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop: " + e.getMessage());
        }
    }

    // A server lets go of its doors a little after it says that it is closed; whoever starts again needs them.
    private void awaitFreePorts() {
        long end = System.nanoTime() + PATIENCE_WITH_PORTS.toNanos();
        while (!options.ports().stream().allMatch(LocalSystem::free) && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
