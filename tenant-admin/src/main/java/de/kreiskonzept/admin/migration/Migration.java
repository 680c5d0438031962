package de.kreiskonzept.admin.migration;

import de.kreiskonzept.admin.migration.MigrationStore.Waiting;
import de.kreiskonzept.admin.registry.AdminConnections;
import de.kreiskonzept.foundation.database.WorkspaceSchema;
import de.kreiskonzept.foundation.database.WorkspaceSchema.Closed;
import de.kreiskonzept.foundation.database.WorkspaceScript.NotMigratable;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all workspaces to the version of this program, some at a time. Each one is migrated in a transaction of its own, and those of a
 * second are noted together, so whoever comes after a crash finds at most these that only have to be noted. One that cannot be migrated is
 * set aside with its reason, and the others go on.
 */
@Singleton
public final class Migration {
    /** Workspaces that are migrated at the same time where nobody says otherwise. */
    public static final int USUAL_CONNECTIONS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int MOST_ATTEMPTS = 3;

    /** Somebody held a table for too long, deadlock, conflict of transactions: the next attempt may succeed. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    /** Connection, resources, shutdown of the server: no fault of a workspace. */
    private static final Set<String> SERVER = Set.of("08", "53", "57", "58");

    private final MigrationProgress progress;
    private final WorkspaceSchema schema;
    private final AdminConnections connections;

    Migration(MigrationProgress progress, WorkspaceSchema schema, AdminConnections connections) {
        this.progress = progress;
        this.schema = schema;
        this.connections = connections;
    }

    /**
     * Works at the migration that is under way until nothing waits any more; does nothing where none is.
     *
     * @param parallel workspaces that are migrated at the same time, from 1
     * @return false when somebody else is at it
     * @throws SQLException where the server does not let the work go on; whoever comes next goes on where it stopped
     */
    public boolean work(int parallel) throws SQLException {
        var run = progress.findUnfinished();
        return run.isEmpty() || work(run.get(), parallel, "migration " + UUID.randomUUID());
    }

    private boolean work(MigrationRun run, int parallel, String holder) throws SQLException {
        if (!progress.take(holder)) {
            return false;
        }
        var waiting = new ConcurrentLinkedQueue<>(groups(progress.waiting()));
        var silent = new ConcurrentHashMap<String, SQLException>();
        Callable<Boolean> worker = () -> drain(waiting, silent, run.id(), holder);
        try (var threads = Executors.newFixedThreadPool(parallel)) {
            for (var ended : threads.invokeAll(Collections.nCopies(parallel, worker))) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!silent.isEmpty()) {
            throw silent.values().iterator().next();
        }
        progress.finish(run.id(), holder);
        return true;
    }

    /** Workspaces of one version in one database, some at a time. */
    private static List<List<Waiting>> groups(List<Waiting> waiting) {
        return waiting.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.place().dataSource(), each.from())))
                .values()
                .stream()
                .flatMap(alike -> alike.stream().gather(Gatherers.windowFixed(Pace.TOGETHER)))
                .toList();
    }

    private boolean drain(Queue<List<Waiting>> waiting, Map<String, SQLException> silent, UUID run, String holder) {
        var batch = new Batch(run, holder);
        try {
            for (var next = waiting.poll(); next != null; next = waiting.poll()) {
                if (!bring(next, silent, batch)) {
                    waiting.clear();
                }
            }
            return batch.note();
        } catch (RuntimeException e) {
            // The others stop, too: nothing can be done here until somebody comes again.
            waiting.clear();
            throw e;
        }
    }

    /** Leaves out the workspaces of a server that has not answered: they wait until somebody comes again. */
    private boolean bring(List<Waiting> group, Map<String, SQLException> silent, Batch batch) {
        var dataSource = group.getFirst().place().dataSource();
        if (silent.containsKey(dataSource)) {
            return true;
        }
        try {
            return bring(dataSource, group, batch);
        } catch (SQLException e) {
            silent.put(dataSource, e);
            return true;
        }
    }

    /** Sends what is left together again after each one that had to be looked at alone. */
    private boolean bring(String dataSource, List<Waiting> group, Batch batch) throws SQLException {
        for (var rest = group; !rest.isEmpty(); rest = rest.subList(1, rest.size())) {
            var begin = System.nanoTime();
            if (batch.pace.isQuick() && migrateTogether(dataSource, rest)) {
                return batch.add(rest, begin);
            }
            if (!bring(rest.getFirst(), batch)) {
                return false;
            }
        }
        return true;
    }

    private boolean migrateTogether(String dataSource, List<Waiting> group) throws SQLException {
        var from = group.getFirst().from();
        var names = group.stream().map(each -> each.place().schema()).toList();
        return connections.lend(
                dataSource,
                group.size() * schema.touchedFrom(from),
                connection -> schema.migrateAsOthers(connection, names, from));
    }

    private boolean bring(Waiting workspace, Batch batch) throws SQLException {
        var begin = System.nanoTime();
        try {
            migrate(workspace, 1);
            return batch.add(List.of(workspace), begin);
        } catch (Closed e) {
            // It is migrated where the county goes, or when it is taken back.
            return true;
        } catch (NotMigratable e) {
            return progress.setAside(workspace, batch.run, Objects.toString(e.getMessage()), batch.holder);
        } catch (SQLException e) {
            if (SERVER.contains(state(e).substring(0, 2))) {
                throw e;
            }
            LOG.error("Tenant {} was not migrated: {}", workspace.tenantId(), reason(e));
            return progress.setAside(workspace, batch.run, reason(e), batch.holder);
        }
    }

    private void migrate(Waiting workspace, int attempt) throws SQLException {
        try {
            connections.lend(workspace.place().dataSource(), connection -> {
                schema.migrate(connection, workspace.place().schema(), workspace.from());
                return true;
            });
        } catch (SQLException e) {
            if (attempt == MOST_ATTEMPTS || !BUSY.contains(state(e))) {
                throw e;
            }
            migrate(workspace, attempt + 1);
        }
    }

    /** What one thread has migrated within a second and notes together, because a note for each would cost as much as its migration. */
    private final class Batch {
        private static final Duration LONGEST = Duration.ofSeconds(1);

        private final UUID run;
        private final String holder;
        private final List<Waiting> migrated = new ArrayList<>();
        private final Pace pace = new Pace();
        private long latest = System.nanoTime();

        Batch(UUID run, String holder) {
            this.run = run;
            this.holder = holder;
        }

        /** False when somebody else has taken the work over. */
        boolean add(List<Waiting> workspaces, long begin) {
            var now = System.nanoTime();
            pace.took(Duration.ofNanos(now - begin), workspaces.size());
            migrated.addAll(workspaces);
            return now - latest < LONGEST.toNanos() || note();
        }

        boolean note() {
            latest = System.nanoTime();
            var isOurs = migrated.isEmpty() || progress.done(migrated, holder);
            migrated.clear();
            return isOurs;
        }
    }

    /** A connection that is gone may have no state to tell. */
    private static String state(SQLException error) {
        return Objects.toString(error.getSQLState(), "08000");
    }

    /** Names of the catalogue alone: the message of the database carries values of rows. */
    private static String reason(SQLException error) {
        var reason = new StringJoiner(" ").add("SQLSTATE").add(state(error));
        var details = error instanceof PSQLException failed ? failed.getServerErrorMessage() : null;
        if (details != null) {
            for (var name : new String[] {details.getTable(), details.getColumn(), details.getConstraint()}) {
                if (name != null) {
                    reason.add(name);
                }
            }
        }
        return reason.toString();
    }
}
