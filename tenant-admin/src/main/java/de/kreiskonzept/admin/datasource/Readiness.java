package de.kreiskonzept.admin.datasource;

import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.foundation.database.DataSources;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether a database has what workspaces need; changes nothing. */
@Singleton
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    /** How long it is believed that a database is as it was. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

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

    private final AdminConnections connections;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Readiness(AdminConnections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    private record Seen(List<Lack> lacks, Instant at) {}

    /**
     * Whether workspaces can be built there, as it was within the last minute. That of the registry is: without its login and roles nothing
     * would ask, and its connections are those of whoever asks.
     */
    boolean isReady(String dataSource) {
        if (dataSource.equals(DataSources.DEFAULT)) {
            return true;
        }
        var last = seen.get(dataSource);
        if (last != null && last.at().plus(BELIEVED).isAfter(clock.instant())) {
            return last.lacks().isEmpty();
        }
        return lacks(dataSource).isEmpty();
    }

    /** What a database lacks now; waits ten seconds for one that does not answer. */
    List<Lack> lacks(String dataSource) {
        var lacks = ask(dataSource);
        var before = seen.put(dataSource, new Seen(lacks, clock.instant()));
        if (!lacks.isEmpty() && (before == null || !before.lacks().equals(lacks))) {
            LOG.warn("The data source {} is not ready: {}", dataSource, lacks);
        }
        return lacks;
    }

    private List<Lack> ask(String dataSource) {
        try {
            return connections.lend(dataSource, 0, Readiness::look);
        } catch (SQLException e) {
            LOG.info("The data source {} does not answer: SQLSTATE {}", dataSource, e.getSQLState());
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
