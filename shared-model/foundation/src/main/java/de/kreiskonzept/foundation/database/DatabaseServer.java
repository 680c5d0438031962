package de.kreiskonzept.foundation.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one holder of the PostgreSQL server of this process: an embedded one that it starts and stops, or one that runs already.
 * Whoever uses it sees a superuser's way in, the set-up of both logins, and an address for them.
 */
public final class DatabaseServer implements Closeable {
    /** Name of the database that both applications use. */
    public static final String DATABASE = "kreiskonzept";

    private static final String SUPERUSER = "postgres";

    private final String superuserUrl;
    private final Closeable server;

    private DatabaseServer(String superuserUrl, Closeable server) {
        this.superuserUrl = superuserUrl;
        this.server = server;
    }

    /**
     * Starts PostgreSQL from the packaged binaries on its data folder, which is made on the first start with German (ICU) collation.
     *
     * @param folder data folder of the server; kept when the server stops
     * @param port port on loopback, 0 for a free one
     * @param durable true for data that must survive a crash; false lets tests run without waiting for the disk
     * @throws IOException if the server does not start
     */
    public static DatabaseServer embedded(Path folder, int port, boolean durable) throws IOException, SQLException {
        Files.createDirectories(folder);
        String sync = durable ? "on" : "off";
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "de-DE")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_locks_per_transaction", "256")
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            createDatabase(connection);
        }
        return new DatabaseServer(postgres.getJdbcUrl(SUPERUSER, DATABASE), postgres);
    }

    /**
     * Uses a server that runs already.
     *
     * @param superuserUrl JDBC URL of the database, with user and password of a superuser
     */
    public static DatabaseServer running(String superuserUrl) {
        return new DatabaseServer(superuserUrl, () -> {});
    }

    /** Uses a running server and closes what runs it (a container) together with this holder. */
    public static DatabaseServer running(String superuserUrl, Closeable server) {
        return new DatabaseServer(superuserUrl, server);
    }

    /** The JDBC URL without user and password, as an installation has it in KK_DATABASE_URL. */
    public String url() {
        int query = superuserUrl.indexOf('?');
        if (query < 0) {
            return superuserUrl;
        }
        String rest = Stream.of(superuserUrl.substring(query + 1).split("&"))
                .filter(setting -> !setting.matches("(user|password)=.*"))
                .collect(Collectors.joining("&"));
        return superuserUrl.substring(0, query) + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** A new connection with all rights; the caller closes it. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(superuserUrl);
    }

    /** A new connection of one of the two logins; the caller closes it. */
    public Connection as(String login, String password) throws SQLException {
        return DriverManager.getConnection(url(), login, password);
    }

    /**
     * Creates or corrects roles, rights and passwords of the two logins; running it again changes nothing else.
     *
     * @param platformPassword password of kk_platform
     * @param adminPassword password of kk_admin
     */
    public void setUp(String platformPassword, String adminPassword) throws SQLException {
        try (Connection connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(SchemaResource.text("setup.sql"));
            setPassword(connection, "kk_platform", platformPassword);
            setPassword(connection, "kk_admin", adminPassword);
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (var quote = connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (var row = quote.executeQuery();
                    var statement = connection.createStatement()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!row.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
