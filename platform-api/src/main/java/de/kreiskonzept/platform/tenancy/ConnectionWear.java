package de.kreiskonzept.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Retires a connection once it has worked for many counties: its server process keeps the catalogue of each one in memory, and only
 * closing it gives that back.
 */
@Singleton
final class ConnectionWear {
    private final HikariDataSource pool;
    private final int most;
    private final Map<PGConnection, Set<UUID>> counties = new WeakHashMap<>();

    ConnectionWear(DataSource dataSource, @Value("${kreiskonzept.counties-per-connection:150}") int most) {
        this.most = most;
        this.pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(dataSource);
    }

    synchronized void used(Connection connection, Workspace workspace) throws SQLException {
        Set<UUID> seen = counties.computeIfAbsent(connection.unwrap(PGConnection.class), key -> new HashSet<>());
        seen.add(workspace.id());
        if (seen.size() == most) {
            // Evicting this one connection would close it under its transaction; this waits until each is given back.
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
