package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.platform.PlatformUnderTest;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which server process works for which county. */
@ExtendWith(PlatformUnderTest.Given.class)
class ConnectionLanesIT {
    private final PlatformUnderTest platform;

    ConnectionLanesIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @Test
    void aCountyKeepsItsConnectionHoweverOftenOthersComeBetween() throws Exception {
        List<Workspace> counties = counties(6);
        try (var context = start(4, 150)) {
            Map<Workspace, String> first = servers(context, counties);
            assertThat(servers(context, counties)).isEqualTo(first);
            assertThat(servers(context, counties.reversed())).isEqualTo(first);
            assertThat(Set.copyOf(first.values()))
                    .hasSameSizeAs(counties.stream()
                            .map(county -> Math.floorMod(county.id().hashCode(), 4))
                            .distinct()
                            .toList());
        }
    }

    @Test
    void whatBelongsToNoCountyTakesNoHomeOfOne() throws Exception {
        Workspace county = platform.county();
        try (var context = start(5, 150)) {
            String home = server(context, county);
            for (int i = 0; i < 10; i++) {
                context.getBean(Workspaces.class).list();
                assertThat(context.getBean(Canary.class).serverOfNobody()).isNotEqualTo(home);
            }
        }
    }

    @Test
    void aLongTransactionDoesNotHoldUpTheOthersOfItsLane() throws Exception {
        Workspace county = platform.county();
        try (var context = start(2, 150);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(1);
            var over = new CountDownLatch(1);
            Future<String> busy = threads.submit(() -> context.getBean(Workspaces.class)
                    .in(county, () -> context.getBean(Canary.class).serverUntil(begun, over)));
            String other;
            try {
                begun.await();
                other = server(context, county);
            } finally {
                over.countDown();
            }
            assertThat(other).isNotEqualTo(busy.get());
        }
    }

    @Test
    void aCountyWithManyLongTransactionsLeavesHalfOfTheConnectionsToTheOthers() throws Exception {
        Workspace noisy = platform.county();
        Workspace quiet = platform.county();
        try (var context = start(4, 150);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(3);
            var over = new CountDownLatch(1);
            var busy = new ArrayList<Future<String>>();
            for (int i = 0; i < 12; i++) {
                busy.add(threads.submit(() -> context.getBean(Workspaces.class)
                        .in(noisy, () -> context.getBean(Canary.class).serverUntil(begun, over))));
            }
            try {
                assertThat(begun.await(1, TimeUnit.SECONDS))
                        .as("a third one of four begins")
                        .isFalse();
                assertThat(begun.getCount()).isOne();
                assertThat(servers(context, List.of(quiet, platform.county()))).hasSize(2);
            } finally {
                over.countDown();
            }
            for (Future<String> one : busy) {
                assertThat(one.get()).isNotBlank();
            }
        }
    }

    @Test
    void retiresAConnectionThatHasSeenManyCounties() throws Exception {
        var servers = new ArrayList<String>();
        try (var context = start(1, 3)) {
            for (Workspace county : counties(4)) {
                servers.add(server(context, county));
            }
        }
        assertThat(servers.subList(0, 3)).as("the first three counties").containsOnly(servers.getFirst());
        assertThat(servers.getLast()).as("the fourth county").isNotEqualTo(servers.getFirst());
    }

    private static ApplicationContext start(int connections, int most) {
        Map<String, Object> settings = new HashMap<>(PlatformUnderTest.settings(connections));
        settings.put("kreiskonzept.counties-per-connection", most);
        return ApplicationContext.run(settings, "platform", "local", "test");
    }

    private List<Workspace> counties(int number) throws Exception {
        var counties = new ArrayList<Workspace>();
        for (int i = 0; i < number; i++) {
            counties.add(platform.county());
        }
        return counties;
    }

    private static Map<Workspace, String> servers(ApplicationContext context, List<Workspace> counties)
            throws Exception {
        var servers = new HashMap<Workspace, String>();
        for (Workspace county : counties) {
            servers.put(county, server(context, county));
        }
        return servers;
    }

    private static String server(ApplicationContext context, Workspace county) throws Exception {
        return context.getBean(Workspaces.class).in(county, context.getBean(Canary.class)::server);
    }
}
