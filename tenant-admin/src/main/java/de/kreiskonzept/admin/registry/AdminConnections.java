package de.kreiskonzept.admin.registry;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Connections of kk_admin outside of the transactions of the registry, for work on the schemas of counties. The server keeps the
 * catalogue of each schema that a connection has touched in memory; after a hundred of them connections are replaced.
 */
@Singleton
public final class AdminConnections {
    /** Schemas that one statement or one connection may touch. */
    public static final int MOST_SCHEMAS = 100;

    private final HikariDataSource pool;
    private final AtomicInteger touched = new AtomicInteger();

    AdminConnections(DataSource database) {
        this.pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(database);
    }

    /** Statements on one connection, with auto-commit on. */
    public interface Work<T> {
        /** Does the work; the connection is closed afterwards. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Lends a connection.
     *
     * @param schemas number of schemas that the work touches
     */
    public <T> T lend(int schemas, Work<T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            return work.on(connection);
        } finally {
            if (touched.addAndGet(schemas) >= MOST_SCHEMAS) {
                touched.set(0);
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    /** Does the work in one transaction as owner of the workspaces, with this schema as search path. */
    public <T> T inWorkspace(String schema, Work<T> work) throws SQLException {
        return lend(1, connection -> {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement(
                    "SELECT set_config('role', 'kk_owner', true), set_config('search_path', ?, true)")) {
                bind.setString(1, schema);
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
