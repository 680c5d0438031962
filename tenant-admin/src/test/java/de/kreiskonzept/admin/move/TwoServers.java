package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import de.kreiskonzept.foundation.database.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settings and questions of the tests that have a second server named {@code zwei}. */
public final class TwoServers {
    /** A mail that a platform is sending at this moment: it holds a move up until it is noted as sent. */
    public static final String MAIL_UNDER_WAY = """
        INSERT INTO mail_outbox (id, recipient, subject, body, state, attempts, next_attempt_at, created_at, modified_at, version)
        VALUES (gen_random_uuid(), 'a@kreis.example', 'Einladung', 'Text', 'waiting', 1, now() + interval '10 minutes', now(), now(), 2)
        """;

    /** The same mail afterwards. */
    public static final String MAIL_SENT = "UPDATE mail_outbox SET state = 'sent', body = ''";

    private TwoServers() {}

    /** So that a test waits for no replica, of which there is none. */
    public static Map<String, Object> settings(SecondServer second, int room) {
        return settings(second.setting("zwei", room));
    }

    /** The same with these data sources beside that of the registry. */
    static Map<String, Object> settings(String dataSources) {
        return Map.of(
                "kreiskonzept.capacity",
                1_000,
                "kreiskonzept.data-sources",
                dataSources,
                "kreiskonzept.move-notice",
                "0s",
                "datasources.default.connection-timeout",
                2_000);
    }

    /** The same for a process that gets them as arguments. */
    public static Map<String, Object> settings(String url, String dataSources) {
        var settings = new HashMap<>(ConsoleUnderTest.settings(url));
        settings.put("kreiskonzept.data-sources", dataSources);
        settings.put("kreiskonzept.move-notice", "0s");
        return settings;
    }

    /** Reads the first column of all rows at a place. */
    static List<String> read(Program program, Place place, String sql) throws SQLException {
        return program.bean(AdminConnections.class).inWorkspace(place, connection -> {
            var found = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    /**
     * Writes as a platform that believes that it may, and takes it back.
     *
     * @throws SQLException where the server does not let it
     */
    static boolean canWrite(DatabaseServer server, String schema) throws SQLException {
        try (var platform = server.as("kk_platform", TestServer.PLATFORM_PASSWORD)) {
            platform.setAutoCommit(false);
            write(platform, schema, "Versuch");
            platform.rollback();
            return true;
        }
    }

    static void write(Connection platform, String schema, String title) throws SQLException {
        try (var statement = platform.createStatement();
                var insert = platform.prepareStatement(
                        "INSERT INTO " + schema + ".concept VALUES (?, ?, now(), now(), 0)")) {
            statement.execute("SET LOCAL ROLE " + schema);
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, title);
            insert.executeUpdate();
        }
    }

    /** Names of the schemas of workspaces on a server. */
    static List<String> schemas(DatabaseServer server) throws SQLException {
        var found = new ArrayList<String>();
        try (var superuser = server.superuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
