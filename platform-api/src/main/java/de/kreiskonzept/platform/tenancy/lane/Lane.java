package de.kreiskonzept.platform.tenancy.lane;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One connection. It is renewed once it has worked for many counties: its server process keeps the catalogue of each one in memory, and
 * only closing it gives that back.
 */
final class Lane {
    // A transaction takes a few milliseconds; behind more than these it is faster to be a stranger elsewhere.
    private static final int CROWD = 3;

    private final HikariDataSource pool;
    private final int most;
    private final Set<UUID> counties = new HashSet<>();
    private volatile @Nullable UUID holder;

    Lane(HikariDataSource pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Its connection, for this county or none. */
    Connection take(Optional<Workspace> county) throws SQLException {
        Connection connection = pool.getConnection();
        holder = county.map(Workspace::id).orElse(null);
        county.ifPresent(this::note);
        return connection;
    }

    /** Whether its connection is in use for this county now. */
    boolean isHeldBy(Workspace county) {
        return county.id().equals(holder) && state().getActiveConnections() > 0;
    }

    private synchronized void note(Workspace county) {
        counties.add(county.id());
        if (counties.size() >= most) {
            counties.clear();
            // Closes it as soon as it is given back.
            state().softEvictConnections();
        }
    }

    boolean isEmpty() {
        return state().getTotalConnections() == 0;
    }

    boolean isCrowded() {
        return state().getThreadsAwaitingConnection() >= CROWD;
    }

    /** How many use it or wait for it. */
    int load() {
        HikariPoolMXBean state = state();
        return state.getActiveConnections() + state.getThreadsAwaitingConnection();
    }

    private HikariPoolMXBean state() {
        return pool.getHikariPoolMXBean();
    }
}
