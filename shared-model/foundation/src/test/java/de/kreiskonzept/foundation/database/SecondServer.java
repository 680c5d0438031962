package de.kreiskonzept.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Another PostgreSQL, set up and without a registry, for the tests of installations with several servers. It can be stopped and started
 * again.
 */
public final class SecondServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private DatabaseServer server;

    private SecondServer(Path folder, DatabaseServer server) {
        this.folder = folder;
        this.server = server;
        this.port = Integer.parseInt(server.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    /** Starts it in a folder of its own. */
    public static SecondServer start() throws IOException, SQLException {
        var folder = Files.createTempDirectory("kreiskonzept-second");
        var server = DatabaseServer.embedded(folder, 0, false);
        server.setUp(TestServer.PLATFORM_PASSWORD, TestServer.ADMIN_PASSWORD);
        return new SecondServer(folder, server);
    }

    /** The running server. */
    public DatabaseServer server() {
        return server;
    }

    /** What stands in KK_DATA_SOURCES for it. */
    public String setting(String name, int capacity) {
        return name + " " + capacity + " " + server.url();
    }

    /** Removes all workspaces, whichever registry knew them. */
    public void clear() throws SQLException {
        try (var superuser = server.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                DO $$
                DECLARE name text;
                BEGIN
                  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname ~ '^t_[a-z0-9]{20}$' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', name);
                  END LOOP;
                  FOR name IN SELECT rolname FROM pg_roles WHERE rolname ~ '^t_[a-z0-9]{20}$' LOOP
                    EXECUTE format('DROP ROLE %I', name);
                  END LOOP;
                END
                $$""");
        }
    }

    /** Stops it; its data stay. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts it again at the same address. */
    public void startAgain() throws IOException, SQLException {
        server = DatabaseServer.embedded(folder, port, false);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
