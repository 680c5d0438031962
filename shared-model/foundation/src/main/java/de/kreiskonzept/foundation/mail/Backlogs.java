package de.kreiskonzept.foundation.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of all outboxes together, as whoever empties them has seen them last: reading them costs no look at any database. They tell of
 * no outbox which one it is.
 */
@Context
final class Backlogs {
    // Who empties the outboxes comes by every half minute; one that is left alone since then no longer counts.
    private static final Duration KNOWN = Duration.ofMinutes(5);
    private static final int MOST = 20_000;

    private final Cache<String, Backlog> known;
    private final Clock clock;
    private final Counter sent;
    private final Counter failed;

    Backlogs(MeterRegistry meters, Ticker ticker, Clock clock) {
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(KNOWN)
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
        this.clock = clock;
        this.sent = Counter.builder("kreiskonzept.mails.sent").register(meters);
        this.failed = Counter.builder("kreiskonzept.mails.failed")
                .description("Given up after the last attempt")
                .register(meters);
        Gauge.builder("kreiskonzept.outbox.waiting", this, Backlogs::waiting).register(meters);
        Gauge.builder("kreiskonzept.outbox.oldest", this, Backlogs::secondsOfTheOldest)
                .baseUnit("seconds")
                .description("Age of the mail that waits longest; 0 where none waits")
                .register(meters);
    }

    /**
     * What waits in an outbox.
     *
     * @param oldest since when; null where nothing waits
     */
    record Backlog(int waiting, @Nullable OffsetDateTime oldest) {}

    /**
     * Notes how an outbox was left.
     *
     * @param outbox opaque id of it
     */
    void note(String outbox, Backlog backlog) {
        known.put(outbox, backlog);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    private double waiting() {
        return seen().stream().mapToInt(Backlog::waiting).sum();
    }

    private double secondsOfTheOldest() {
        return seen().stream()
                .map(Backlog::oldest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(oldest ->
                        Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1e3)
                .orElse(0.0);
    }

    private Collection<Backlog> seen() {
        known.cleanUp();
        return known.asMap().values();
    }
}
