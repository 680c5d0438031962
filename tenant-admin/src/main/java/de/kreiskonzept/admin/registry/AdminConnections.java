package de.kreiskonzept.admin.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.kreiskonzept.foundation.database.DataSourceNotConfigured;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.database.DataSources.Source;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/**
 * Connections of kk_admin outside of the transactions of the registry, for work on the schemas of counties, in whichever database they stand.
 * The server keeps the catalogue of each schema that a connection has touched in memory; one that has touched as many tables as a hundred
 * of them have at most is replaced.
 */
@Singleton
public final class AdminConnections {
    /** Tables that one statement or one connection may touch. */
    static final int MOST_TABLES = 100 * WorkspaceSchema.MOST_TABLES;

    // A server that is down when the console starts is a matter of its counties alone.
    private static final long START_WITHOUT = -1;
    private static final long IDLE = 120_000;

    private final Map<String, HikariDataSource> pools = new HashMap<>();
    private final Map<Connection, Integer> touched = Collections.synchronizedMap(new WeakHashMap<>());

    AdminConnections(DataSource database, DataSources sources) {
        var registry = (HikariDataSource) DelegatingDataSource.unwrapDataSource(database);
        pools.put(DataSources.DEFAULT, registry);
        sources.others().forEach(source -> pools.put(source.name(), pool(registry, source)));
    }

    private static HikariDataSource pool(HikariDataSource registry, Source source) {
        var config = new HikariConfig();
        registry.copyStateTo(config);
        config.setPoolName(source.name());
        config.setJdbcUrl(source.url());
        config.setInitializationFailTimeout(START_WITHOUT);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE);
        if (source.password() != null) {
            config.setPassword(source.password());
        }
        return new HikariDataSource(config);
    }

    @PreDestroy
    void close() {
        pools.forEach((name, pool) -> {
            if (!name.equals(DataSources.DEFAULT)) {
                pool.close();
            }
        });
    }

    /** Statements on one connection, with auto-commit on. */
    public interface Work<T> {
        /** Does the work; the connection is closed afterwards. */
        T on(Connection connection) throws SQLException;
    }

    /** Lends a connection for work on a whole schema, as {@link #lend(String, int, Work)}. */
    public <T> T lend(String dataSource, Work<T> work) throws SQLException {
        return lend(dataSource, WorkspaceSchema.MOST_TABLES, work);
    }

    /**
     * Lends a connection.
     *
     * @param dataSource name of the database
     * @param tables number of tables that the work touches at most
     * @throws DataSourceNotConfigured where the settings do not name the database
     */
    public <T> T lend(String dataSource, int tables, Work<T> work) throws SQLException {
        if (!pools.containsKey(dataSource)) {
            throw new DataSourceNotConfigured(dataSource);
        }
        var pool = Objects.requireNonNull(pools.get(dataSource));
        var connection = pool.getConnection();
        var server = connection.unwrap(PgConnection.class);
        try (connection) {
            return work.on(connection);
        } finally {
            if (touched.merge(server, tables, Integer::sum) >= MOST_TABLES) {
                pool.evictConnection(connection);
            }
        }
    }

    /** Sends one statement to a database, in a transaction of its own. */
    public void run(String dataSource, String sql) throws SQLException {
        lend(dataSource, connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** Does the work in one transaction as owner of the workspaces, with this schema as search path. */
    public <T> T inWorkspace(Place place, Work<T> work) throws SQLException {
        return lend(place.dataSource(), connection -> {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement(
                    "SELECT set_config('role', 'kk_owner', true), set_config('search_path', ?, true)")) {
                bind.setString(1, place.schema());
                bind.executeQuery().close();
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        });
    }
}
