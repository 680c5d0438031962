package de.kreiskonzept.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.foundation.time.Ticks;
import de.kreiskonzept.foundation.web.Refusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.UninterruptibleBlockingStrategy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * Lets each county send as many requests a minute as its quota says, so that a noisy one takes no processor time from the others. What
 * comes faster is slowed down first, because a browser with a few requests too many should not see an error; only where too much waits
 * already it is refused.
 */
@Singleton
final class RequestQuota {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    // Two seconds' worth may come at once.
    private static final int PARTS = 30;
    private static final int MOST_COUNTIES = 10_000;

    private final Cache<Key, Bucket> buckets;
    private final TimeMeter time;
    private final Counter refused;

    /** Another limit is another bucket. */
    private record Key(UUID county, int requests) {}

    RequestQuota(Ticker ticker, MeterRegistry meters) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTIES)
                .expireAfterAccess(Duration.ofMinutes(10))
                .ticker(ticker)
                .build();
        time = new Ticks(ticker);
        refused = Counter.builder("kreiskonzept.quota.refused")
                .tag("kind", "requests")
                .register(meters);
    }

    /**
     * Counts a request; waits up to a second where there were many.
     *
     * @throws Refusal 429 where there were too many
     */
    void take(Workspace county) {
        int requests = county.quota().requests();
        if (requests == 0) {
            return;
        }
        Bucket bucket = buckets.get(new Key(county.id(), requests), key -> bucket(requests));
        if (!bucket.tryConsume(1) && !waits(bucket.asBlocking())) {
            refused.increment();
            throw Refusal.limited(Duration.ofSeconds(1), "too-many-requests", "tenancy.quota.requests", county.name());
        }
    }

    private static boolean waits(BlockingBucket bucket) {
        return bucket.tryConsumeUninterruptibly(1, PATIENCE, UninterruptibleBlockingStrategy.PARKING);
    }

    private Bucket bucket(int requests) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(Math.max(1, requests / PARTS))
                        .refillGreedy(requests, PERIOD)
                        .build())
                .build();
    }
}
