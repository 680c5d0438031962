package de.kreiskonzept.foundation.web;

import de.kreiskonzept.foundation.database.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the tests ask the database itself, as its superuser. */
public final class Stored {
    private static final String TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = ?";

    private Stored() {}

    /** A fingerprint of all rows of each table of a schema. */
    public static Map<String, String> in(String schema) throws SQLException {
        var prints = new TreeMap<String, String>();
        try (var connection = TestServer.shared().superuser();
                var tables = connection.prepareStatement(TABLES)) {
            tables.setString(1, schema);
            try (var names = tables.executeQuery()) {
                while (names.next()) {
                    prints.put(names.getString(1), print(connection, schema, names.getString(1)));
                }
            }
        }
        return prints;
    }

    /** The same without the trail, in which refused access is written. */
    public static Map<String, String> besideTheTrail(String schema) throws SQLException {
        var prints = in(schema);
        prints.keySet().removeIf(table -> table.startsWith("audit_"));
        return prints;
    }

    private static String print(Connection connection, String schema, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|'"
                        + " ORDER BY t::text)), '') FROM \"" + schema + "\".\"" + table + "\" t")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Does what only the superuser may. */
    public static void execute(String sql) throws SQLException {
        try (var connection = TestServer.shared().superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
