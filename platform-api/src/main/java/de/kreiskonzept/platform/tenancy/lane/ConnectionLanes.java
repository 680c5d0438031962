package de.kreiskonzept.platform.tenancy.lane;

import com.zaxxer.hikari.HikariDataSource;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pool of one database in lanes of one connection each. Most lanes are home to some counties, so that a connection works for few of them
 * and keeps what its server process knows of them: catalogue and plans. The others are spare: for who finds its home crowded, and for what belongs to no
 * county (decision 022).
 */
final class ConnectionLanes {
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
     * @throws Silence where the server does not answer
     */
    Connection take() throws SQLException {
        long begin = System.nanoTime();
        Optional<Workspace> county = current.find();
        Lane lane = county.map(this::first).orElseGet(() -> calmest(spare));
        while (true) {
            try {
                return taken(lane, county);
            } catch (SQLTransientConnectionException busy) {
                if (System.nanoTime() - begin >= patience.toNanos()) {
                    throw lane.isEmpty() ? new Silence(busy) : busy;
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

    /** One of its pools, for questions that each of them answers alike. */
    HikariDataSource any() {
        return lanes.getFirst().pool();
    }

    /** The lane that should have had a connection could make none: the server itself does not answer. */
    static final class Silence extends SQLTransientConnectionException {
        private static final long serialVersionUID = 1;
        private static final String NO_CONNECTION = "08001";

        Silence(Throwable cause) {
            super("the server is silent", NO_CONNECTION, cause);
        }
    }
}
