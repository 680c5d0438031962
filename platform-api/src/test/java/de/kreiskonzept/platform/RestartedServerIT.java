package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.DatabaseServer;
import de.kreiskonzept.foundation.database.RegistrySchema;
import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.model.tenant.TenantState;
import de.kreiskonzept.platform.identity.Roles;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is restarted while people write: what they were told is kept, nothing is there twice, and it goes on by itself. */
class RestartedServerIT {
    private static final int CLIENTS = 4;
    private static final int BETWEEN = 40;

    /** A number for each thing that a client creates; the clients and the ways of restarting share them. */
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean writing = new AtomicBoolean(true);

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasAcknowledgedOnceAndGoesOnByItself() throws Exception {
        try (var database = DatabaseServer.embedded(folder.resolve("data"), 0, true)) {
            database.setUp(TestServer.PLATFORM_PASSWORD, TestServer.ADMIN_PASSWORD);
            try (var admin = database.as("kk_admin", TestServer.ADMIN_PASSWORD)) {
                new RegistrySchema().migrate(admin);
            }
            try (var platform = PlatformUnderTest.on(database, Map.of())) {
                var county = platform.county(TenantState.ACTIVE);
                var lead = new Programs(platform, county, platform.token(county, Roles.LEAD));
                restartWhileTheyWrite(platform, lead);
                assertThat(names(lead)).doesNotHaveDuplicates().containsAll(acknowledged);
            }
        }
    }

    private void restartWhileTheyWrite(PlatformUnderTest platform, Programs lead) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<Integer>>();
            for (var client = 0; client < CLIENTS; client++) {
                var name = "Netzwerk " + client + " ";
                ends.add(threads.submit(() -> write(lead, name)));
            }
            ends.add(threads.submit(() -> read(platform, lead)));
            try {
                awaitMore(ends);
                for (var mode : List.of("fast", "immediate")) {
                    restart(mode);
                    awaitMore(ends);
                }
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
    private void awaitMore(List<Future<Integer>> clients) {
        var before = acknowledged.size();
        while (acknowledged.size() < before + BETWEEN && clients.stream().noneMatch(Future::isDone)) {
            Thread.yield();
        }
    }

    private void restart(String mode) throws Exception {
        var data = folder.resolve("data");
        var server = ProcessHandle.of(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst()));
        var program =
                Path.of(server.orElseThrow().info().command().orElseThrow()).resolveSibling("pg_ctl");
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; the embedded one gets around it the same way.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "restart", "-D", data.toString(), "-m", mode, "-w"));
        var log = folder.resolve("restart.log").toFile();
        var restarted = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        assertThat(restarted.waitFor()).as(Files.readString(log.toPath())).isZero();
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
