package de.kreiskonzept.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool in lanes of one connection each. Most lanes are home to some counties, so that a connection works for few of them and keeps what
 * its server process knows of them: catalogue and plans. The others are spare: for who finds its home crowded, and for what belongs to no
 * county (decision 022).
 */
final class ConnectionLanes implements DataSource {
    private static final int LANES_FOR_A_SPARE_ONE = 5;

    private final List<Lane> lanes;
    private final List<Lane> homes;
    private final List<Lane> spare;
    private final int mostOthers;
    private final Duration patience;
    private final CurrentWorkspace current = new CurrentWorkspace();

    /**
     * Opens nothing itself.
     *
     * @param pools of one connection each, at least one
     * @param patience how long to wait for a connection of any lane
     * @param most counties for which a connection works before it is renewed
     */
    ConnectionLanes(List<HikariDataSource> pools, Duration patience, int most) {
        this.lanes = pools.stream().map(pool -> new Lane(pool, most)).toList();
        int kept = lanes.size() - lanes.size() / LANES_FOR_A_SPARE_ONE;
        this.homes = lanes.subList(0, kept);
        this.spare = kept < lanes.size() ? lanes.subList(kept, lanes.size()) : lanes;
        this.mostOthers = Math.max(1, lanes.size() / 2 - 1);
        this.patience = patience;
    }

    /**
     * A connection of the home of the county at work; of the calmest spare lane where that one is crowded or no county is at work, and of
     * the calmest of all where none of these has one soon. A county that holds its share, half of the lanes, waits for its home alone.
     *
     * @throws SQLTransientConnectionException where no lane has one in time
     */
    @Override
    public Connection getConnection() throws SQLException {
        long begin = System.nanoTime();
        Optional<Workspace> county = current.find();
        Lane lane = county.map(this::first).orElseGet(() -> calmest(spare));
        while (true) {
            try {
                return taken(lane, county);
            } catch (SQLTransientConnectionException busy) {
                if (System.nanoTime() - begin >= patience.toNanos()) {
                    throw busy;
                }
                lane = county.filter(this::hasItsShare).map(this::homeOf).orElseGet(() -> calmest(lanes));
            }
        }
    }

    private Lane first(Workspace county) {
        Lane home = homeOf(county);
        return home.isCrowded() && !hasItsShare(county) ? calmest(spare) : home;
    }

    private boolean hasItsShare(Workspace county) {
        return others(county) >= mostOthers;
    }

    /** How many lanes beside its home a county holds. */
    private long others(Workspace county) {
        Lane home = homeOf(county);
        return lanes.stream()
                .filter(lane -> lane != home && lane.isHeldBy(county))
                .count();
    }

    /** Whoever came at the same moment as others of the county and is one too many gives the lane back. */
    private Connection taken(Lane lane, Optional<Workspace> county) throws SQLException {
        Connection connection = lane.take(county);
        if (county.isPresent() && lane != homeOf(county.get()) && others(county.get()) > mostOthers) {
            connection.close();
            throw new SQLTransientConnectionException("the county has its share of the connections");
        }
        return connection;
    }

    private Lane homeOf(Workspace county) {
        return homes.get(Math.floorMod(county.id().hashCode(), homes.size()));
    }

    private static Lane calmest(List<Lane> some) {
        return some.stream().min(Comparator.comparingInt(Lane::load)).orElseThrow();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections have one login");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return first().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return first().isWrapperFor(type);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return first().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        first().setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return first().getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        first().setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return first().getParentLogger();
    }

    private HikariDataSource first() {
        return lanes.getFirst().pool();
    }
}
