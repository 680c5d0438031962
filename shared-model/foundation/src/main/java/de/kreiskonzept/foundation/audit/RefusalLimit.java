package de.kreiskonzept.foundation.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.foundation.time.Ticks;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many refusals of one account a trail takes, so that a program that asks in a loop does not fill it: some at once, and as many
 * again within an hour. The last one that is recorded says that more may have followed; the others are counted.
 */
@Singleton
final class RefusalLimit {
    /** Entries of one account at once, and within an hour. */
    static final int MOST = 60;

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_ACCOUNTS = 100_000;

    private final Cache<Key, Bucket> buckets;
    private final Ticks time;
    private final Counter unrecorded;

    /** Who is not known here shares one limit with all others. */
    private record Key(UUID tenant, @Nullable UUID account) {}

    RefusalLimit(Ticker ticker, MeterRegistry meters) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterAccess(PERIOD)
                .ticker(ticker)
                .build();
        time = new Ticks(ticker);
        unrecorded = Counter.builder("kreiskonzept.audit.unrecorded").register(meters);
    }

    /**
     * Counts a refusal.
     *
     * @return how many more may be recorded at once; -1 where this one may not
     */
    long take(UUID tenant, @Nullable UUID account) {
        var probe = buckets.get(new Key(tenant, account), key -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return probe.getRemainingTokens();
        }
        unrecorded.increment();
        return -1;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(MOST)
                        .refillGreedy(MOST, PERIOD)
                        .build())
                .build();
    }
}
