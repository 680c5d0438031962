package de.kreiskonzept.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Another PostgreSQL, set up and without a registry, for the tests of installations with several servers. Registered in a static field it
 * runs as long as the tests of that class; they may stop it and start it again.
 */
public final class SecondServer implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final boolean emptied;
    private Path folder;
    private int port;
    private DatabaseServer server;

    private SecondServer(boolean emptied) {
        this.emptied = emptied;
    }

    /** One that every test finds without workspaces. */
    public static SecondServer emptied() {
        return new SecondServer(true);
    }

    /** One on which workspaces stay until the last test of the class. */
    public static SecondServer kept() {
        return new SecondServer(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        folder = Files.createTempDirectory("kreiskonzept-second");
        server = DatabaseServer.embedded(folder, 0, false);
        server.setUp(TestServer.PLATFORM_PASSWORD, TestServer.ADMIN_PASSWORD);
        port = Integer.parseInt(server.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        if (emptied) {
            clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
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

    /** The running server. */
    public DatabaseServer server() {
        return server;
    }

    /** What stands in KK_DATA_SOURCES for it. */
    public String setting(String name, int capacity) {
        return name + " " + capacity + " " + server.url();
    }

    /** Removes all workspaces, whichever registry knew them. */
    private void clear() throws SQLException {
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
}
