package de.kreiskonzept.admin;

import de.kreiskonzept.foundation.database.DatabaseServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Processes that work one after the other, of which the next ones start meanwhile: that takes longer than their work. Each one has a clock
 * that is ahead of that of the one before, so that it need not wait for the lease of a dead one.
 */
public final class Relay implements AutoCloseable {
    private static final int AHEAD_SECONDS = 61;
    private static final int WAITING = 2;

    private final Class<?> main;
    private final DatabaseServer database;
    private final List<String> arguments;
    private final Deque<OwnProcess> waiting = new ArrayDeque<>();
    private int started;

    /**
     * Starts the first ones.
     *
     * @param main says that it is ready, and waits for a line then; its arguments are the URL of the database, the seconds by which its
     *     clock is ahead, and these
     */
    public Relay(Class<?> main, DatabaseServer database, List<String> arguments) throws IOException {
        this.main = main;
        this.database = database;
        this.arguments = List.copyOf(arguments);
        while (waiting.size() < WAITING) {
            start();
        }
    }

    /** The next one, at work since now. */
    public OwnProcess next(String ready) throws IOException {
        start();
        var process = waiting.removeFirst();
        process.begin(ready);
        return process;
    }

    private void start() throws IOException {
        started++;
        var all = new ArrayList<>(List.of(Integer.toString(started * AHEAD_SECONDS)));
        all.addAll(arguments);
        waiting.add(OwnProcess.start(main, database, all));
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        for (var process : waiting) {
            process.kill();
        }
    }
}
