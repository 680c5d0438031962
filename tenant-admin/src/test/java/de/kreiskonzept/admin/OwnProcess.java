package de.kreiskonzept.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.DatabaseServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that works on a database and tells how far it is, for a test to kill. */
public final class OwnProcess {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Process process;
    private final DatabaseServer database;
    private final String name;

    private OwnProcess(Process process, DatabaseServer database, String name) {
        this.process = process;
        this.database = database;
        this.name = name;
    }

    /** Starts a class whose first argument is the URL of the database. */
    public static OwnProcess start(Class<?> main, DatabaseServer database, List<String> arguments) throws IOException {
        var name = "own-process-" + STARTED.incrementAndGet();
        var url = database.url() + (database.url().contains("?") ? "&" : "?") + "ApplicationName=" + name;
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                url));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OwnProcess(process, database, name);
    }

    /** Waits until it ends by itself with status 0, and gives all it has said. */
    public List<String> said() throws InterruptedException {
        var lines = reader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    /** Lets it begin, where it waits for a line after it has said that it is ready. */
    public void begin(String ready) throws IOException {
        awaitSentence(ready);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Kills it this long after it has begun, and waits until PostgreSQL has noticed; false where it had ended by itself. */
    public boolean killAfter(long nanos) throws InterruptedException, SQLException {
        if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        kill();
        return true;
    }

    /** Waits until it has said a sentence. */
    public void awaitSentence(String sentence) throws IOException {
        var lines = reader();
        var line = lines.readLine();
        while (line != null && !line.equals(sentence)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(sentence);
    }

    /** Kills it this long after it has said the sentence, and waits until PostgreSQL has noticed. */
    public void kill(String sentence, int millis) throws IOException, InterruptedException, SQLException {
        awaitSentence(sentence);
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Kills it now, and waits until PostgreSQL has noticed. */
    public void kill() throws InterruptedException, SQLException {
        process.destroyForcibly().waitFor();
        while (connections() > 0) {
            Thread.onSpinWait();
        }
    }

    private BufferedReader reader() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private long connections() throws SQLException {
        try (var superuser = database.superuser();
                var query = superuser.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
