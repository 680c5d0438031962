package de.kreiskonzept.platform.tenancy.lane;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import de.kreiskonzept.foundation.database.DataSourceNotConfigured;
import de.kreiskonzept.foundation.database.DataSources;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Leads to the database in which the county at work stands, and to that of the registry where none is at work. A database that does not
 * answer holds up its own counties alone: after one of them has waited for it in vain, the others are refused at once for some seconds, and
 * then one of them at a time waits for it again.
 */
final class CountyConnections implements DataSource {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<String, ConnectionLanes> lanes;
    private final Map<String, Long> silentSince = new ConcurrentHashMap<>();
    private final CurrentWorkspace current = new CurrentWorkspace();
    private final Ticker ticker;

    /** @param lanes by the name of the data source; that of the registry is among them */
    CountyConnections(Map<String, ConnectionLanes> lanes, Ticker ticker) {
        this.lanes = Map.copyOf(lanes);
        this.ticker = ticker;
    }

    /**
     * A connection of the database of the county at work.
     *
     * @throws java.sql.SQLTransientConnectionException where there is none in time
     * @throws ConnectionLanes.Silence where the database does not answer; for a further server with a {@link Refusal} as its cause
     * @throws DataSourceNotConfigured where the settings do not name the database
     */
    @Override
    public Connection getConnection() throws SQLException {
        var county = current.find();
        return county.isPresent() ? of(county.get()) : registry().take();
    }

    private Connection of(Workspace county) throws SQLException {
        String name = county.dataSource();
        ConnectionLanes own = lanes.get(name);
        if (own == null) {
            throw new DataSourceNotConfigured(name);
        }
        return name.equals(DataSources.DEFAULT) ? own.take() : ofOther(own, county);
    }

    private Connection ofOther(ConnectionLanes own, Workspace county) throws SQLException {
        if (!mayTry(county.dataSource())) {
            throw silent(county);
        }
        try {
            Connection connection = own.take();
            silentSince.remove(county.dataSource());
            return connection;
        } catch (ConnectionLanes.Silence e) {
            silentSince.put(county.dataSource(), ticker.read());
            throw silent(county);
        }
    }

    /** Whether nothing is known against the server, or its pause is over and nobody else has begun to try it. */
    private boolean mayTry(String source) {
        Long since = silentSince.get(source);
        if (since == null) {
            return true;
        }
        long now = ticker.read();
        return now - since >= PAUSE.toNanos() && silentSince.replace(source, since, now);
    }

    private static ConnectionLanes.Silence silent(Workspace county) {
        return new ConnectionLanes.Silence(
                Refusal.soon(PAUSE, "data-source-silent", "tenancy.county.silent", county.name()));
    }

    private ConnectionLanes registry() {
        return Objects.requireNonNull(lanes.get(DataSources.DEFAULT));
    }

    private HikariDataSource any() {
        return registry().any();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections have one login");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return any().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return any().isWrapperFor(type);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return any().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        any().setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return any().getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        any().setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return any().getParentLogger();
    }
}
