package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.registry.AdminConnections;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether each database has what workspaces need; changes nothing. */
@Singleton
public final class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
    private static final String LOOK = """
        SELECT current_setting('server_version_num')::int >= 160000 AS version,
               pg_encoding_to_char(encoding) = 'UTF8' AS encoding,
               (SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user)
                 AND has_database_privilege(datname, 'CREATE')
                 AND EXISTS (SELECT FROM pg_roles WHERE rolname = 'kk_owner' AND pg_has_role(oid, 'SET')) AS admin,
               EXISTS (SELECT FROM pg_roles WHERE rolname = 'kk_platform' AND rolcanlogin AND NOT rolinherit) AS platform,
               current_setting('max_locks_per_transaction')::int >= 256 AS locks
          FROM pg_database WHERE datname = current_database()
        """;
    private static final List<Lack> LOOKED_FOR =
            List.of(Lack.VERSION, Lack.ENCODING, Lack.ADMIN, Lack.PLATFORM, Lack.LOCKS);

    private final Placement placement;
    private final AdminConnections connections;

    Inspection(Placement placement, AdminConnections connections) {
        this.placement = placement;
        this.connections = connections;
    }

    /** All data sources of the settings, that of the registry first; waits ten seconds for each that does not answer. */
    public List<DataSourceStatus> list() {
        return placement.list().stream()
                .map(occupancy -> new DataSourceStatus(occupancy, lacks(occupancy.dataSource())))
                .toList();
    }

    private List<Lack> lacks(String dataSource) {
        try {
            return connections.lend(dataSource, 0, Inspection::look);
        } catch (SQLException e) {
            LOG.warn("The data source {} does not answer: SQLSTATE {}", dataSource, e.getSQLState());
            return List.of(Lack.CONNECTION);
        }
    }

    private static List<Lack> look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LOOK)) {
            row.next();
            var lacks = new ArrayList<Lack>();
            for (var lack : LOOKED_FOR) {
                if (!row.getBoolean(lack.text())) {
                    lacks.add(lack);
                }
            }
            return lacks;
        }
    }
}
