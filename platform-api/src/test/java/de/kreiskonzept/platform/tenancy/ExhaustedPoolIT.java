package de.kreiskonzept.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.database.TestServer;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.identity.Roles;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** All connections are at work for longer than a request waits. */
class ExhaustedPoolIT {
    private static final int CONNECTIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Test
    void asksToComeAgainInTimeAndAnswersAsSoonAsOneIsFree() throws Exception {
        var settings = Map.<String, Object>of(
                "datasources.default.maximum-pool-size",
                CONNECTIONS,
                "datasources.default.connection-timeout",
                PATIENCE.toMillis());
        try (var platform = PlatformUnderTest.on(TestServer.shared(), settings);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var county = platform.county();
            var token = platform.token(county, Roles.LEAD);
            var page = "/" + county.slug() + "/konzept";
            assertThat(platform.page(page, "kk_session=" + token).statusCode()).isEqualTo(200);

            var begun = new CountDownLatch(CONNECTIONS);
            var over = new CountDownLatch(1);
            for (var other = 0; other < CONNECTIONS; other++) {
                var busy = platform.county();
                threads.submit(() ->
                        platform.in(busy, () -> platform.bean(Canary.class).serverUntil(begun, over)));
            }
            try {
                begun.await();
                var begin = System.nanoTime();
                var refused = platform.page(page, "kk_session=" + token);
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("5");
                assertThat(refused.body()).contains("gerade nicht erreichbar oder überlastet");
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(5));
                var problem = platform.get("/api/v1" + page.replace("konzept", "versions"), token);
                assertThat(problem.statusCode()).isEqualTo(503);
                assertThat(problem.body()).contains("/problems/not-reachable");
            } finally {
                over.countDown();
            }
            assertThat(platform.page(page, "kk_session=" + token).statusCode()).isEqualTo(200);
        }
    }
}
