package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty counties, 64 clients at random, server connections killed meanwhile: no answer may hold another county's text. */
@ExtendWith(PlatformUnderTest.Given.class)
class HammerIT {
    private static final int CLIENTS = 64;
    private static final int CALLS = 60;
    private static final List<Workspace> COUNTIES = new ArrayList<>();

    @BeforeAll
    static void twentyCounties(PlatformUnderTest platform) throws Exception {
        for (int i = 0; i < 20; i++) {
            Workspace county = platform.county();
            COUNTIES.add(county);
            platform.in(county, () -> {
                platform.bean(Canary.class).write(county.slug());
                return true;
            });
        }
    }

    @ParameterizedTest(name = "pool of {0}")
    @ValueSource(ints = {1, 2, 20})
    void answersHoldOnlyTheOwnCountysText(int poolSize) throws Exception {
        var wrong = new ConcurrentLinkedQueue<String>();
        var answered = new AtomicInteger();
        var killing = new AtomicBoolean(true);
        try (var context = ApplicationContext.run(PlatformUnderTest.settings(poolSize), "platform", "local", "test");
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Canary canary = context.getBean(Canary.class);
            Workspaces workspaces = context.getBean(Workspaces.class);
            var killer = clients.submit(() -> killConnections(killing, answered));
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                work.add(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        Workspace county = COUNTIES.get(random.nextInt(COUNTIES.size()));
                        ask(workspaces, canary, county, random.nextInt(4), wrong, answered);
                    }
                    return true;
                });
            }
            for (var client : clients.invokeAll(work)) {
                client.get();
            }
            killing.set(false);
            assertThat(killer.get()).as("killed connections").isPositive();
        }
        assertThat(wrong).isEmpty();
        assertThat(answered.get()).as("answers in spite of the kills").isGreaterThan(CLIENTS * CALLS / 2);
    }

    private static void ask(
            Workspaces workspaces,
            Canary canary,
            Workspace county,
            int kind,
            ConcurrentLinkedQueue<String> wrong,
            AtomicInteger answered)
            throws Exception {
        try {
            if (kind == 0) {
                workspaces.in(county, () -> {
                    canary.fail("rolled back");
                    return true;
                });
            }
            List<String> texts = workspaces.in(county, canary::read);
            answered.incrementAndGet();
            if (!texts.equals(List.of(county.slug()))) {
                wrong.add(county.slug() + " got " + texts);
            }
        } catch (RuntimeException e) {
            // A killed connection or the wanted rollback: an error is an answer that holds nothing.
            assertThat(e).isNotInstanceOf(AssertionError.class);
        }
    }

    private static int killConnections(AtomicBoolean going, AtomicInteger answered) throws SQLException {
        int killed = 0;
        int seen = 0;
        try (var superuser = TestServer.shared().superuser();
                var kill = superuser.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kk_platform' "
                                + "AND query LIKE '%concept%' ORDER BY random() LIMIT 1")) {
            while (going.get()) {
                if (answered.get() < seen + 50) {
                    Thread.onSpinWait();
                    Thread.yield();
                    continue;
                }
                seen = answered.get();
                try (var row = kill.executeQuery()) {
                    killed += row.next() ? 1 : 0;
                }
            }
        }
        return killed;
    }
}
