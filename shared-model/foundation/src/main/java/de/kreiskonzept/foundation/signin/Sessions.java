package de.kreiskonzept.foundation.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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
     * Somebody who comes in.
     *
     * @param withCode whether a code of the second factor was given just now
     * @param device from where, as {@link Device} says it; may be empty
     */
    public record Arrival(UUID account, boolean withCode, String device) {}

    /**
     * A session that has not ended.
     *
     * @param device from where it was opened; may be empty
     * @param lastUsedAt correct to five minutes
     */
    @Serdeable
    @Schema(name = "Session")
    public record Living(UUID id, String device, OffsetDateTime openedAt, OffsetDateTime lastUsedAt) {}

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

    /** What becomes of a refresh token. */
    public sealed interface Renewal {
        /** It was good. */
        record Renewed(Opened session) implements Renewal {}

        /** It was exchanged before, which is a sign of theft: its session has ended. */
        record Repeated(UUID session) implements Renewal {}

        /** It is not, or no longer, good. */
        record Refused() implements Renewal {}
    }

    /** Opens a session of a browser, which must not be given a refresh token. */
    public Opened openForBrowser(Arrival arrival) {
        return area.inTransaction(() -> rows.openForBrowser(arrival));
    }

    /** Opens a session of a program, with its first refresh token. */
    public Opened openForProgram(Arrival arrival) {
        return area.inTransaction(() -> rows.openForProgram(arrival));
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

    /** Exchanges a refresh token for the next one. A token that was exchanged before ends its session. */
    public Renewal renew(UUID tenant, String refreshToken) {
        var renewed = area.inTransaction(() -> rows.renew(refreshToken));
        if (!(renewed instanceof Renewal.Renewed)) {
            SessionRows.session(refreshToken).ifPresent(id -> holders.invalidate(new Key(tenant, id)));
        }
        return renewed;
    }

    /** Notes that a code of the second factor was given in a session just now. */
    public void noteCode(UUID tenant, UUID session) {
        area.inTransaction(() -> {
            rows.noteCode(session);
            return session;
        });
        holders.invalidate(new Key(tenant, session));
    }

    /** Lists the living sessions of an account, the one used last first. */
    public List<Living> list(UUID account) {
        return area.inTransaction(() -> rows.list(account));
    }

    /** Ends a session of this account; false when it is not one of its own, or ended before. */
    public boolean end(UUID tenant, UUID account, UUID session) {
        var ended = area.inTransaction(() -> rows.end(account, session)) == 1;
        holders.invalidate(new Key(tenant, session));
        return ended;
    }

    /** Ends all sessions of an account but this one; returns how many there were. */
    public int endOthers(UUID tenant, UUID account, UUID kept) {
        int ended = area.inTransaction(() -> rows.endOthers(account, kept));
        forget(tenant, account);
        return ended;
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
