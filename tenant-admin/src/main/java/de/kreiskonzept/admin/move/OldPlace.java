package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.mail.MailUnderWay;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets nobody write at the place that a county leaves, whatever a replica of the platform believes: the database refuses it. Table by table,
 * so that no two ever wait for each other.
 */
@Singleton
final class OldPlace {
    private static final String OUTBOX = "mail_outbox";

    private final AdminConnections connections;
    private final WorkspaceSchema schema;
    private final Clock clock;

    OldPlace(AdminConnections connections, WorkspaceSchema schema, Clock clock) {
        this.connections = connections;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Takes from the role of the county every right to write. Whoever writes a table now ends before; whoever waits for it is refused.
     *
     * @return false where a mail is being sent, which has to be noted first; then the outbox is left open
     */
    boolean lock(Place place) throws SQLException {
        for (var table : tables(place)) {
            connections.inWorkspace(place, connection -> lock(connection, table, place.schema()));
        }
        return connections.inWorkspace(
                place, connection -> isQuiet(connection) && lock(connection, OUTBOX, place.schema()));
    }

    private List<String> tables(Place place) throws SQLException {
        return connections.inWorkspace(place, connection -> {
            var tables = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
                                    + " AND relname <> '" + OUTBOX + "' ORDER BY relname")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return tables;
        });
    }

    /** EXCLUSIVE lets readers pass and waits for everybody who writes, or has locked rows in order to. */
    private static boolean lock(Connection connection, String table, String role) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                SET LOCAL lock_timeout = '30s';
                LOCK TABLE "%1$s" IN EXCLUSIVE MODE;
                REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "%1$s" FROM %2$s\
                """.formatted(table, role));
            return true;
        }
    }

    /** Nobody can claim a mail while this transaction lasts. */
    private boolean isQuiet(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '30s'; LOCK TABLE " + OUTBOX + " IN EXCLUSIVE MODE");
        }
        return !MailUnderWay.in(connection, clock.instant());
    }

    /** Gives the role its rights back, by the way of a migration: so a program that came meanwhile finds its tables. */
    void unlock(Place place) throws SQLException {
        connections.lend(place.dataSource(), 1, connection -> {
            schema.migrate(connection, place.schema(), "");
            return true;
        });
    }

    /** Closes the place to the platform for good. */
    void withdraw(Place place) throws SQLException {
        connections.run(place.dataSource(), schema.withdrawal(place.schema()));
    }
}
