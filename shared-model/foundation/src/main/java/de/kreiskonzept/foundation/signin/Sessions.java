package de.kreiskonzept.foundation.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an area. Who holds one is remembered for four seconds: so a change of role, a suspension or a sign-out is
 * felt within five seconds, on every server, without a message between them.
 */
@Singleton
@Requires(beans = SignInArea.class)
public final class Sessions {
    private static final Duration KEPT = Duration.ofSeconds(4);
    private static final int MOST = 50_000;

    private record Key(UUID tenant, UUID session) {}

    /**
     * A session that was just opened or renewed.
     *
     * @param id of the session
     * @param accountId who holds it
     * @param refreshToken to be given to the program once; null for a browser
     */
    public record Opened(UUID id, UUID accountId, @Nullable String refreshToken) {}

    private final Cache<Key, Optional<SignedIn>> holders;
    private final SessionRows rows;
    private final SignInArea area;

    Sessions(Ticker ticker, SessionRows rows, SignInArea area) {
        this.rows = rows;
        this.area = area;
        holders = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /** Opens a session of a browser, which must not be given a refresh token. */
    public Opened openForBrowser(UUID account) {
        return area.inTransaction(() -> rows.openForBrowser(account));
    }

    /** Opens a session of a program, with its first refresh token. */
    Opened openForProgram(UUID account) {
        return area.inTransaction(() -> rows.openForProgram(account));
    }

    /** Finds the holder of a living session of an active account; asks the database when the answer is not fresh. */
    Optional<SignedIn> find(UUID tenant, UUID session) {
        var key = new Key(tenant, session);
        var known = holders.getIfPresent(key);
        if (known == null) {
            known = area.inTransaction(() -> rows.find(session));
            holders.put(key, known);
        }
        return known;
    }

    /**
     * Exchanges a refresh token for the next one. A token that was exchanged before is a sign of theft: the session ends.
     *
     * @return empty when the token is not, or no longer, good
     */
    Optional<Opened> renew(UUID tenant, String refreshToken) {
        var renewed = area.inTransaction(() -> rows.renew(refreshToken));
        if (renewed.isEmpty()) {
            SessionRows.session(refreshToken).ifPresent(id -> holders.invalidate(new Key(tenant, id)));
        }
        return renewed;
    }

    /** Ends a session; nothing happens when it ended before. */
    void end(UUID tenant, UUID session) {
        area.inTransaction(() -> rows.end(session));
        holders.invalidate(new Key(tenant, session));
    }

    /** Ends all sessions of an account. */
    public void endAll(UUID tenant, UUID account) {
        area.inTransaction(() -> rows.endAll(account));
        forget(tenant, account);
    }

    /** Forgets who holds the sessions of an account at once, on this server, after its role or state changed. */
    public void forget(UUID tenant, UUID account) {
        holders.asMap()
                .entrySet()
                .removeIf(entry -> entry.getKey().tenant().equals(tenant)
                        && entry.getValue()
                                .filter(who -> who.accountId().equals(account))
                                .isPresent());
    }
}
