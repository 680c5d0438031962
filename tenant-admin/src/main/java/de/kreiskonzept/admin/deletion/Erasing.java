package de.kreiskonzept.admin.deletion;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.registry.SpareRemoval;
import de.kreiskonzept.admin.registry.SpareSchemas;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a removal does in the workspace of a county; looks into no content. */
@Singleton
final class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);
    private static final String COUNT = """
        SELECT string_agg(format('SELECT %L, count(*) FROM %I.%I', relname, nspname, relname), ' UNION ALL ')
          FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = current_schema() AND relkind = 'r'\
        """;

    private final WorkspaceSchema schema;
    private final AdminConnections connections;
    private final SpareSchemas spares;
    private final SpareRemoval removal;

    Erasing(WorkspaceSchema schema, AdminConnections connections, SpareSchemas spares, SpareRemoval removal) {
        this.schema = schema;
        this.connections = connections;
        this.spares = spares;
        this.removal = removal;
    }

    /** Number of rows by table; empty where the schema is gone. */
    Map<String, Long> count(Tenant tenant) throws SQLException {
        return connections.inWorkspace(tenant.place(), connection -> {
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

    /** Ids of the mail in the outboxes of the county, also of what was sent; none of a schema that is gone. */
    List<UUID> mails(Tenant tenant) throws SQLException {
        var ids = new ArrayList<>(mails(tenant.place()));
        for (var previous : spares.list(tenant.id())) {
            ids.addAll(mails(previous));
        }
        return ids;
    }

    private List<UUID> mails(Place place) throws SQLException {
        return connections.inWorkspace(place, connection -> {
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

    /** Drops schema and role, and those that the county had before; nothing happens where they are gone. */
    void drop(Tenant tenant) throws SQLException {
        LOG.info("{} earlier schemas of tenant {} are gone", removal.removePrevious(tenant.id()), tenant.id());
        connections.lend(tenant.dataSource(), connection -> {
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
