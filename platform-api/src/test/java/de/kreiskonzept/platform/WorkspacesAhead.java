package de.kreiskonzept.platform;

import de.kreiskonzept.foundation.database.TestServer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Empty workspaces of this version on the tests' server, built while tests run: to build one takes longer than most tests. */
final class WorkspacesAhead {
    private static final int AHEAD = 3;

    private final Queue<Future<String>> waiting = new ArrayDeque<>();
    private final ExecutorService builder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("workspaces-ahead").factory());

    private WorkspacesAhead() {}

    static WorkspacesAhead shared() {
        return Holder.WORKSPACES;
    }

    /** The name of schema and role of a workspace that nobody else has taken. */
    synchronized String take() throws SQLException {
        while (waiting.size() <= AHEAD) {
            waiting.add(builder.submit(this::build));
        }
        try {
            return waiting.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("no workspace was built", e);
        } catch (ExecutionException e) {
            throw new SQLException("no workspace was built", e);
        }
    }

    private String build() throws SQLException {
        try (var admin = TestServer.admin()) {
            return Counties.build(admin, Counties.CURRENT);
        }
    }

    private static final class Holder {
        static final WorkspacesAhead WORKSPACES = new WorkspacesAhead();
    }
}
