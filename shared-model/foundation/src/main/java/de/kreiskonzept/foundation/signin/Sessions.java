package de.kreiskonzept.foundation.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Remembers for four seconds who holds a session. So a change of role, a suspension or a sign-out is felt within five
 * seconds, on every server, without a message between them.
 */
@Singleton
public final class Sessions {
    private static final Duration KEPT = Duration.ofSeconds(4);
    private static final int MOST = 50_000;

    private record Key(UUID tenant, UUID session) {}

    private final Cache<Key, Optional<SignedIn>> holders;

    Sessions(Ticker ticker) {
        holders = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /** Finds the holder of a session; asks the database when the answer is not fresh. */
    Optional<SignedIn> find(UUID tenant, UUID session, Function<UUID, Optional<SignedIn>> database) {
        var key = new Key(tenant, session);
        var known = holders.getIfPresent(key);
        if (known == null) {
            known = database.apply(session);
            holders.put(key, known);
        }
        return known;
    }

    /** Forgets a session at once, on this server, after it ended. */
    public void forget(UUID tenant, UUID session) {
        holders.invalidate(new Key(tenant, session));
    }

    /** Forgets all sessions of an account at once, on this server, after its role or state changed. */
    public void forgetAccount(UUID tenant, UUID account) {
        holders.asMap()
                .entrySet()
                .removeIf(entry -> entry.getKey().tenant().equals(tenant)
                        && entry.getValue()
                                .filter(who -> who.accountId().equals(account))
                                .isPresent());
    }
}
