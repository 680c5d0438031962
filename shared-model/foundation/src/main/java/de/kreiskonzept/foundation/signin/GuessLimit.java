package de.kreiskonzept.foundation.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import de.kreiskonzept.foundation.time.Ticks;
import de.kreiskonzept.foundation.web.Refusal;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses. The narrow limit counts what one network address tries on one account, so a stranger who guesses does not
 * shut the account's holder out; two wide ones count all attempts on an account and all of an address. The wait grows from seconds to
 * minutes and always ends.
 */
@Singleton
public final class GuessLimit {
    private record Pair(String account, String address) {}

    private static final int MOST = 100_000;
    private static final Duration REMEMBERED = Duration.ofHours(2);
    private static final List<Bandwidth> OF_PAIR =
            List.of(limit(5, Duration.ofMinutes(1)), limit(10, Duration.ofMinutes(15)), limit(20, Duration.ofHours(1)));
    private static final List<Bandwidth> OF_ACCOUNT =
            List.of(limit(60, Duration.ofMinutes(1)), limit(300, Duration.ofHours(1)));
    private static final List<Bandwidth> OF_ADDRESS =
            List.of(limit(60, Duration.ofMinutes(1)), limit(300, Duration.ofHours(1)));

    private final Cache<Pair, Bucket> pairs;
    private final Cache<String, Bucket> accounts;
    private final Cache<String, Bucket> addresses;
    private final TimeMeter time;

    GuessLimit(Ticker ticker) {
        pairs = cache(ticker);
        accounts = cache(ticker);
        addresses = cache(ticker);
        time = new Ticks(ticker);
    }

    /**
     * Counts an attempt, before the password or the link is looked at.
     *
     * @param account whom the attempt is about, for example tenant and e-mail; need not exist
     * @param address network address it comes from; null when it cannot be told
     * @throws Refusal 429 when there were too many; the answer says how long to wait
     */
    public void attempt(String account, @Nullable String address) {
        take(addresses.get(known(address), key -> bucket(OF_ADDRESS)));
        take(accounts.get(account, key -> bucket(OF_ACCOUNT)));
        take(pairs.get(new Pair(account, known(address)), key -> bucket(OF_PAIR)));
    }

    /** Takes an attempt back that turned out to be right. */
    public void succeeded(String account, @Nullable String address) {
        pairs.invalidate(new Pair(account, known(address)));
        accounts.get(account, key -> bucket(OF_ACCOUNT)).addTokens(1);
        addresses.get(known(address), key -> bucket(OF_ADDRESS)).addTokens(1);
    }

    private static String known(@Nullable String address) {
        return address == null ? "" : address;
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw Refusal.tooMany(wait, "signin.tooMany", wait.plusSeconds(59).toMinutes());
        }
    }

    private Bucket bucket(List<Bandwidth> limits) {
        var builder = Bucket.builder().withCustomTimePrecision(time);
        limits.forEach(builder::addLimit);
        return builder.build();
    }

    private static Bandwidth limit(long attempts, Duration period) {
        return Bandwidth.builder()
                .capacity(attempts)
                .refillGreedy(attempts, period)
                .build();
    }

    private static <K> Cache<K, Bucket> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(REMEMBERED)
                .ticker(ticker)
                .build();
    }
}
