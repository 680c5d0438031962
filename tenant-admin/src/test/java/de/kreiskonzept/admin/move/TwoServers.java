package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.admin.Program;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.SecondServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings and questions of the tests that have a second server named {@code zwei}. */
public final class TwoServers {
    private TwoServers() {}

    /** So that a test waits for no replica, of which there is none. */
    static Map<String, Object> settings(SecondServer second, int room) {
        return Map.of(
                "kreiskonzept.capacity",
                1_000,
                "kreiskonzept.data-sources",
                second.setting("zwei", room),
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
