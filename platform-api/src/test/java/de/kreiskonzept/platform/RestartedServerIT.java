package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.identity.Roles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away while people write: what they were told is kept, nothing is there twice, and all goes on when it is back. */
class RestartedServerIT {
    private static final int CLIENTS = 4;
    private static final int BETWEEN = 40;

    /** A number for each thing that a client creates; the clients and the ways of restarting share them. */
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean writing = new AtomicBoolean(true);

    @TempDir
    private Path folder;

    private DatabaseServer database;
    private SmallDisk disk;
    private Path pgCtl;

    @BeforeEach
    void startAServer() throws Exception {
        database = DatabaseServer.embedded(folder.resolve("data"), 0, true);
        database.setUp(TestServer.PLATFORM_PASSWORD, TestServer.ADMIN_PASSWORD);
        try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
            new RegistrySchema().migrate(admin);
        }
        pgCtl = Path.of(server().info().command().orElseThrow()).resolveSibling("pg_ctl");
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void keepsWhatWasAcknowledgedOnceAndGoesOnByItselfAfterARestart() throws Exception {
        whileTheyWrite(goesOn -> {
            for (var mode : List.of("fast", "immediate")) {
                control("restart", mode);
                goesOn.call();
            }
        });
    }

    @Test
    void keepsWhatWasAcknowledgedOnceAndGoesOnWhenTheVolumeOfTheWalHasRoomAgain() throws Exception {
        disk = SmallDisk.on(Files.createDirectory(folder.resolve("disk")));
        moveTheWalTo(disk.folder().resolve("pg_wal"));
        whileTheyWrite(goesOn -> {
            disk.fill();
            var server = server();
            writeUntilItFails();
            server.onExit().get();
            disk.free();
            control("restart", "fast");
            goesOn.call();
        });
    }

    private void moveTheWalTo(Path there) throws Exception {
        control("stop", "fast");
        var wal = folder.resolve("data").resolve("pg_wal");
        run(List.of("mv", wal.toString(), there.toString()));
        Files.createSymbolicLink(wal, there);
        control("restart", "fast");
    }

    /** Each change of the segment needs a new file of 16 MB. */
    private void writeUntilItFails() {
        assertThatThrownBy(() -> {
                    try (var superuser = database.superuser();
                            var statement = superuser.createStatement()) {
                        while (true) {
                            statement.execute("SELECT pg_logical_emit_message(true, '', ''), pg_switch_wal()");
                        }
                    }
                })
                .isInstanceOf(SQLException.class);
    }

    /** Something that happens to the server; it calls whenever the clients have to go on. */
    private interface Fault {
        void happen(Callable<Boolean> goesOn) throws Exception;
    }

    private void whileTheyWrite(Fault fault) throws Exception {
        try (var platform = PlatformUnderTest.on(database, Map.of())) {
            var county = platform.county(TenantState.ACTIVE);
            var lead = new Programs(platform, county, platform.token(county, Roles.LEAD));
            whileTheyWrite(fault, platform, lead);
            assertThat(names(lead)).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private void whileTheyWrite(Fault fault, PlatformUnderTest platform, Programs lead) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<Integer>>();
            for (var client = 0; client < CLIENTS; client++) {
                var name = "Netzwerk " + client + " ";
                ends.add(threads.submit(() -> write(lead, name)));
            }
            ends.add(threads.submit(() -> read(platform, lead)));
            try {
                awaitMore(ends);
                fault.happen(() -> awaitMore(ends));
            } finally {
                writing.set(false);
            }
            for (var end : ends) {
                assertThat(end.get()).isPositive();
            }
        }
    }

    /** Creates one after the other; gives their number. */
    private int write(Programs lead, String name) throws Exception {
        var number = 0;
        while (writing.get()) {
            var called = name + number++;
            var answer = lead.post(
                    "/committees", "{'name': '%s', 'kind': 'network', 'founded': '2020-01-01'}".formatted(called));
            if (answer.statusCode() == 201) {
                acknowledged.add(called);
            } else {
                saysWhenToComeAgain(answer);
                assertThat(answer.body()).contains("/problems/not-reachable");
            }
        }
        return number;
    }

    private int read(PlatformUnderTest platform, Programs lead) throws Exception {
        var number = 0;
        while (writing.get()) {
            var page = platform.page("/" + lead.county().slug() + "/gremien", "kk_session=" + lead.token());
            if (page.statusCode() != 200) {
                saysWhenToComeAgain(page);
            }
            number++;
        }
        return number;
    }

    private static void saysWhenToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body())
                .contains("gerade nicht erreichbar oder überlastet")
                .doesNotContain("Exception", "FATAL", "terminating", "SQL");
    }

    /** Waits until as many again were acknowledged, or a client has ended because it was told something else. */
    private boolean awaitMore(List<Future<Integer>> clients) {
        var before = acknowledged.size();
        while (acknowledged.size() < before + BETWEEN && clients.stream().noneMatch(Future::isDone)) {
            Thread.yield();
        }
        return true;
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
    }

    private void control(String action, String mode) throws Exception {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; the embedded one gets around it the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        var data = folder.resolve("data").toString();
        command.addAll(List.of(pgCtl.toString(), action, "-D", data, "-m", mode, "-w"));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var log = folder.resolve("commands.log").toFile();
        var done = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        assertThat(done.waitFor()).as(Files.readString(log.toPath())).isZero();
    }

    private static List<String> names(Programs lead) throws Exception {
        var names = new ArrayList<String>();
        for (var page = 0; ; page++) {
            var some = lead.read("/committees?size=100&page=" + page);
            if (some.isEmpty()) {
                return names;
            }
            StreamSupport.stream(some.spliterator(), false)
                    .map(committee -> committee.get("name").asText())
                    .forEach(names::add);
        }
    }
}
