package de.kreiskonzept.admin.move;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import de.kreiskonzept.foundation.mail.MailUnderWay;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody write at the place that a county leaves, whatever a replica of the platform believes: the database refuses it. Table by table,
 * so that no two ever wait for each other.
 */
@Singleton
final class OldPlace {
    private static final Logger LOG = LoggerFactory.getLogger(OldPlace.class);
    private static final String OUTBOX = "mail_outbox";
    // Not even its owner may change the trail, and before PostgreSQL 17 nobody locks what he may not change.
    // Whoever writes an entry holds the head of the trail, which is the next table.
    private static final String TRAIL = "audit_entry";
    private static final String NO_SUCH_ROLE = "42704";

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
     * @return false where a mail is being sent, which has to be noted first; then the outbox is left open. Also where somebody has taken the
     *     county back meanwhile
     */
    boolean lock(Place place) throws SQLException {
        connections.lend(place.dataSource(), connection -> {
            schema.close(connection, place.schema());
            return true;
        });
        for (var table : open(place)) {
            if (!connections.inWorkspace(
                    place, connection -> schema.isKeptClosed(connection) && lock(connection, table, place.schema()))) {
                return false;
            }
        }
        return connections.inWorkspace(
                place,
                connection -> schema.isKeptClosed(connection)
                        && isQuiet(connection)
                        && lock(connection, OUTBOX, place.schema()));
    }

    /** Tables but the outbox into which the role may still write; an earlier attempt may have locked all. */
    private List<String> open(Place place) throws SQLException {
        return connections.inWorkspace(place, connection -> {
            var tables = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT relname FROM pg_depend d JOIN pg_class c ON c.oid = d.objid WHERE d.refclassid = 'pg_namespace'::regclass"
                                    + " AND d.refobjid = current_schema()::regnamespace AND d.classid = 'pg_class'::regclass AND relkind = 'r'"
                                    + " AND has_table_privilege(current_schema(), c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')"
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
            if (!table.equals(TRAIL)) {
                statement.execute("SET LOCAL lock_timeout = '30s'; LOCK TABLE \"" + table + "\" IN EXCLUSIVE MODE");
            }
            statement.execute("""
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

    /**
     * Gives the role its rights back, by the way of a migration: so a program that came meanwhile finds its tables.
     *
     * @return false where it could not be migrated: then it has its rights on the tables that are there
     */
    boolean unlock(Place place) throws SQLException {
        return connections.lend(place.dataSource(), connection -> {
            schema.open(connection, place.schema());
            try {
                schema.migrate(connection, place.schema(), "");
                return true;
            } catch (SQLException | NotMigratable e) {
                LOG.error("A county that is taken back keeps the tables that it had", e);
                schema.grantThere(connection, place.schema());
                return false;
            }
        });
    }

    /** Closes the place to the platform for good; so is one whose role somebody has removed. */
    void withdraw(Place place) throws SQLException {
        try {
            connections.run(place.dataSource(), schema.withdrawal(place.schema()));
        } catch (SQLException e) {
            if (!NO_SUCH_ROLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
