package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Tenant;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a removal does in the workspace of a county; looks into no content. */
@Singleton
final class Erasing {
    private static final String COUNT = """
        SELECT string_agg(format('SELECT %L, count(*) FROM %I.%I', relname, nspname, relname), ' UNION ALL ')
          FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = current_schema() AND relkind = 'r'\
        """;

    private final WorkspaceSchema schema;
    private final AdminConnections connections;

    Erasing(WorkspaceSchema schema, AdminConnections connections) {
        this.schema = schema;
        this.connections = connections;
    }

    /** Number of rows by table; empty where the schema is gone. */
    Map<String, Long> count(Tenant tenant) throws SQLException {
        return connections.inWorkspace(tenant.schema(), connection -> {
            var counts = new TreeMap<String, Long>();
            var sql = first(connection, COUNT);
            if (sql != null) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return counts;
        });
    }

    /** Ids of the mail in the outbox of the county, also of what was sent; empty where the schema is gone. */
    List<UUID> mails(Tenant tenant) throws SQLException {
        return connections.inWorkspace(tenant.schema(), connection -> {
            var ids = new ArrayList<UUID>();
            if (first(connection, "SELECT to_regclass('mail_outbox')") != null) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT id FROM mail_outbox")) {
                    while (rows.next()) {
                        ids.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return ids;
        });
    }

    /** Drops schema and role; nothing happens where they are gone. */
    void drop(Tenant tenant) throws SQLException {
        connections.lend(1, connection -> {
            schema.drop(connection, tenant.schema());
            return true;
        });
    }

    private static @Nullable String first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
